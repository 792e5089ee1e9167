package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Port;
import io.portolan.exporters.manifest.NetworkValues;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.Transport;

/// Reads one entry of `ports` or `protocols`.
final class PortReader {
    private PortReader() {}

    /// `portNumber`, `portRange` or `namedPort`.
    static Port port(Part entry) {
        Words.Field field = Words.single(entry, "port");
        Part value = field.value();
        return switch (field.name()) {
            case "portNumber" -> {
                value.checkKeys("protocol", "port");
                yield new Port.Numbers(protocolOf(value), single(value.get("port")));
            }
            case "portRange" -> new Port.Numbers(protocolOf(value), range(value, 0));
            case "namedPort" -> named(value);
            default -> new Port.Unknown(field.name());
        };
    }

    /// `tcp`, `udp` or `sctp` with a destination port, or `destinationNamedPort`.
    static Port protocol(Part entry) {
        Words.Field field = Words.single(entry, "protocol");
        return switch (field.name()) {
            case "tcp" -> destination(Transport.TCP, field.value());
            case "udp" -> destination(Transport.UDP, field.value());
            case "sctp" -> destination(Transport.SCTP, field.value());
            case "destinationNamedPort" -> named(field.value());
            default -> new Port.Unknown(field.name());
        };
    }

    private static Port destination(Transport protocol, Part attributes) {
        Words.Field field = Words.single(attributes, "protocol");
        if (!field.name().equals("destinationPort")) {
            return new Port.Unknown(field.name());
        }
        Words.Field port = Words.single(field.value(), "destinationPort");
        return switch (port.name()) {
            case "number" -> new Port.Numbers(protocol, single(port.value()));
            case "range" -> new Port.Numbers(protocol, range(port.value(), 1));
            default -> new Port.Unknown(port.name());
        };
    }

    private static Transport protocolOf(Part value) {
        return NetworkValues.protocol(value.get("protocol"));
    }

    private static PortRange single(Part port) {
        int number = NetworkValues.port(port);
        return new PortRange(number, number);
    }

    /// The end is at least so much above the start.
    private static PortRange range(Part range, int above) {
        range.checkKeys("protocol", "start", "end");
        int start = NetworkValues.port(range.get("start"));
        int end = NetworkValues.port(range.get("end"));
        if (end < start + above) {
            throw new Part.Unfit(
                    range, "The range (%d to %d) must end above its start.".formatted(start, end));
        }
        return new PortRange(start, end);
    }

    private static Port named(Part value) {
        return new Port.Named(NetworkValues.portName(value));
    }
}
