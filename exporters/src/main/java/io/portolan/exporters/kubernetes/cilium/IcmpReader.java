package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.Icmp;
import io.portolan.exporters.manifest.Part;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads one field of `icmps`: a type by its number or by the name that its registry has for it.
final class IcmpReader {
    /// IANA, ICMP type numbers (the CamelCase names of Cilium's definition).
    private static final Map<String, Integer> V4 =
            Map.ofEntries(
                    Map.entry("EchoReply", 0),
                    Map.entry("DestinationUnreachable", 3),
                    Map.entry("Redirect", 5),
                    Map.entry("Echo", 8),
                    Map.entry("EchoRequest", 8),
                    Map.entry("RouterAdvertisement", 9),
                    Map.entry("RouterSelection", 10),
                    Map.entry("TimeExceeded", 11),
                    Map.entry("ParameterProblem", 12),
                    Map.entry("Timestamp", 13),
                    Map.entry("TimestampReply", 14),
                    Map.entry("Photuris", 40),
                    Map.entry("ExtendedEchoReply", 43));

    /// IANA, ICMPv6 type numbers.
    private static final Map<String, Integer> V6 =
            Map.ofEntries(
                    Map.entry("DestinationUnreachable", 1),
                    Map.entry("PacketTooBig", 2),
                    Map.entry("TimeExceeded", 3),
                    Map.entry("ParameterProblem", 4),
                    Map.entry("EchoRequest", 128),
                    Map.entry("EchoReply", 129),
                    Map.entry("MulticastListenerQuery", 130),
                    Map.entry("MulticastListenerReport", 131),
                    Map.entry("MulticastListenerDone", 132),
                    Map.entry("RouterSolicitation", 133),
                    Map.entry("RouterAdvertisement", 134),
                    Map.entry("NeighborSolicitation", 135),
                    Map.entry("NeighborAdvertisement", 136),
                    Map.entry("RedirectMessage", 137));

    private IcmpReader() {}

    static Icmp read(Part field) {
        int family = family(field.get("family"));
        String type = field.get("type").text("");
        if (type.matches("[0-9]{1,3}")) {
            return new Icmp(family, OptionalInt.of(Integer.parseInt(type)), Optional.empty());
        }
        Integer number = (family == 4 ? V4 : V6).get(type);
        return number == null
                ? new Icmp(family, OptionalInt.empty(), Optional.of(type))
                : new Icmp(family, OptionalInt.of(number), Optional.empty());
    }

    private static int family(Part part) {
        return switch (part.text("IPv4")) {
            case "IPv4" -> 4;
            case "IPv6" -> 6;
            case String other ->
                    throw new Part.Unfit(
                            part, "The family (%s) must be IPv4 or IPv6.".formatted(other));
        };
    }
}
