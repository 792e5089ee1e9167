package io.portolan.model.policy;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;

/// Forwarding of one device: longest prefix in the VRF of the incoming interface.
public record Forwarding(String device, List<Interface> interfaces, List<Entry> entries) {
    public record Interface(
            String name, String zone, String vrf, String segment, Address address) {}

    public record Entry(String vrf, Cidr prefix, NextHop next) {}

    public sealed interface NextHop {
        record Attached(String interfaceName) implements NextHop {}

        record Via(String interfaceName, String device) implements NextHop {}

        record Discard() implements NextHop {}
    }
}
