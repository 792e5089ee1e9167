package io.portolan.exporters.manifest;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.Transport;

/// Addresses, ports and protocols as the network policies of Kubernetes write them.
public final class NetworkValues {
    private NetworkValues() {}

    /// A block with its prefix length.
    public static Cidr cidr(Part part) {
        String text = part.text("");
        if (text.indexOf('/') < 0) {
            throw new Part.Unfit(
                    part, "The block (%s) needs a prefix length like /24.".formatted(text));
        }
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Part.Unfit(part, String.valueOf(e.getMessage()));
        }
    }

    /// A port that can be dialled.
    public static int port(Part part) {
        int port = part.number().orElse(0);
        if (port < 1 || port > 65535) {
            throw new Part.Unfit(part, "The port (%d) must be in 1..65535.".formatted(port));
        }
        return port;
    }

    /// The name of a container port (RFC 6335): letters in lower case, digits and single dashes.
    public static String portName(Part part) {
        String name = part.text("");
        if (!name.matches("[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?")
                || !name.matches(".*[a-z].*")
                || name.contains("--")) {
            throw new Part.Unfit(
                    part,
                    "The port name (%s) must have at most 15 of a-z, 0-9 and single '-', and a letter."
                            .formatted(name));
        }
        return name;
    }

    /// TCP where none is written.
    public static Transport protocol(Part part) {
        return switch (part.text("TCP")) {
            case "TCP" -> Transport.TCP;
            case "UDP" -> Transport.UDP;
            case "SCTP" -> Transport.SCTP;
            case String other ->
                    throw new Part.Unfit(
                            part, "The protocol (%s) must be TCP, UDP or SCTP.".formatted(other));
        };
    }
}
