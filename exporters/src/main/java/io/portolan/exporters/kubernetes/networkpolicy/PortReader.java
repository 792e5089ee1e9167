package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Port;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.Transport;

import java.util.Optional;

/// Reads one entry of `ports`.
final class PortReader {
    private PortReader() {}

    static Port read(Part entry) {
        Transport protocol = protocol(entry.get("protocol"));
        Part port = entry.get("port");
        Part end = entry.get("endPort");
        Optional<String> text = port.text();
        if (text.isEmpty()) {
            checkNoEnd(end);
            return new Port.All(protocol);
        }
        if (text.get().matches("-?[0-9]+")) {
            return new Port.Numbers(protocol, range(port, end));
        }
        checkNoEnd(end);
        return new Port.Named(protocol, text.get());
    }

    static Transport protocol(Part part) {
        return switch (part.text("TCP")) {
            case "TCP" -> Transport.TCP;
            case "UDP" -> Transport.UDP;
            case "SCTP" -> Transport.SCTP;
            case String other ->
                    throw new Part.Unfit(
                            part, "The protocol (%s) must be TCP, UDP or SCTP.".formatted(other));
        };
    }

    private static PortRange range(Part port, Part end) {
        int low = checked(port);
        int high = end.isPresent() ? checked(end) : low;
        if (high < low) {
            throw new Part.Unfit(
                    end,
                    "The endPort (%d) must not be less than the port (%d).".formatted(high, low));
        }
        return new PortRange(low, high);
    }

    private static int checked(Part part) {
        int port = part.number().orElse(0);
        if (port < 1 || port > 65535) {
            throw new Part.Unfit(part, "The port (%d) must be in 1..65535.".formatted(port));
        }
        return port;
    }

    private static void checkNoEnd(Part end) {
        if (end.isPresent()) {
            throw new Part.Unfit(end, "An endPort needs a port that is a number.");
        }
    }
}
