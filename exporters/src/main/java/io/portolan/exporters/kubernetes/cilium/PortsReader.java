package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.Layer7;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Port;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Ports;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Target;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;

/// Reads one entry of `toPorts`.
final class PortsReader {
    private PortsReader() {}

    static Ports read(Part entry) {
        List<Text> names = entry.get("serverNames").texts().stream().map(DnsText::pattern).toList();
        return new Ports(
                entry.get("ports").items().stream().map(PortsReader::port).toList(),
                layer7(entry),
                names);
    }

    private static Optional<Layer7> layer7(Part entry) {
        if (entry.get("listener").isPresent()) {
            return Optional.of(new Layer7.Other("a listener of Envoy"));
        }
        return Layer7Reader.read(entry.get("rules"));
    }

    private static Port port(Part part) {
        return new Port(transport(part.get("protocol")), target(part));
    }

    private static Optional<Transport> transport(Part part) {
        return switch (part.text("ANY")) {
            case "ANY", "" -> Optional.empty();
            case "TCP" -> Optional.of(Transport.TCP);
            case "UDP" -> Optional.of(Transport.UDP);
            case "SCTP" -> Optional.of(Transport.SCTP);
            case String other ->
                    throw new Part.Unfit(
                            part,
                            "The protocol (%s) must be TCP, UDP, SCTP or ANY.".formatted(other));
        };
    }

    private static Target target(Part part) {
        String text = part.get("port").text("");
        if (!text.matches("[0-9]+")) {
            return name(part, text);
        }
        int low = number(part.get("port"));
        int high = part.get("endPort").number().filter(n -> n > 0).orElse(low);
        if (high < low || high > 65535) {
            throw new Part.Unfit(
                    part, "The endPort (%d) must be in %d..65535.".formatted(high, low));
        }
        return low == 0 && high == 0 ? new Target.All() : new Target.Numbers(low, high);
    }

    private static Target name(Part part, String text) {
        if (text.isEmpty()) {
            throw new Part.Unfit(part, "A port needs a number or a name.");
        }
        return new Target.Named(text);
    }

    private static int number(Part part) {
        int number = part.number().orElse(0);
        if (number > 65535) {
            throw new Part.Unfit(part, "The port (%d) must be in 0..65535.".formatted(number));
        }
        return number;
    }
}
