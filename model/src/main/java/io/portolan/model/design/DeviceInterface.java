package io.portolan.model.design;

import java.util.Optional;

/// An interface of a device. What it is plugged into is drawn as a link. `address` is its own
/// address and prefix; `securityLevel` is ASA's, 0 to 100.
public record DeviceInterface(
        String name,
        Optional<String> zone,
        Optional<InterfaceAddress> address,
        Optional<Integer> securityLevel,
        Optional<String> vrf,
        Optional<Integer> mtu) {}
