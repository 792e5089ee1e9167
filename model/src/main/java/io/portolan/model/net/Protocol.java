package io.portolan.model.net;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An IP protocol by its number (IANA protocol numbers registry). Written as its name where it has
/// a well known one.
public record Protocol(int number) {
    public static final Protocol TCP = new Protocol(Transport.TCP.number());
    public static final Protocol UDP = new Protocol(Transport.UDP.number());
    public static final Protocol SCTP = new Protocol(Transport.SCTP.number());
    public static final Protocol ICMP = new Protocol(1);
    public static final Protocol ICMPV6 = new Protocol(58);

    private static final Map<String, Integer> NUMBERS =
            Map.of(
                    "tcp", 6, "udp", 17, "sctp", 132, "icmp", 1, "icmpv6", 58, "igmp", 2, "gre", 47,
                    "esp", 50, "ah", 51, "ospf", 89);

    public Protocol {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException(
                    "The protocol number (%d) must be in 0..255.".formatted(number));
        }
    }

    /// Reads a name (`tcp`) or a number (`50`).
    ///
    /// @throws IllegalArgumentException if `text` is neither
    public static Protocol parse(String text) {
        Integer known = NUMBERS.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return new Protocol(known);
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "The protocol (%s) is not known. Write tcp, udp, sctp, icmp or a number."
                            .formatted(text));
        }
        return new Protocol(Integer.parseInt(text));
    }

    /// The transport, if this protocol has ports.
    public Optional<Transport> transport() {
        return Stream.of(Transport.values()).filter(t -> t.number() == number).findFirst();
    }

    /// Parts of the traffic of this protocol, as people say them: ports, or types of ICMP.
    public String words(PortSet parts) {
        boolean v6 = equals(ICMPV6);
        return v6 || equals(ICMP) ? IcmpTypes.of(v6).words(parts) : parts.toString();
    }

    @Override
    public String toString() {
        return NUMBERS.entrySet().stream()
                .filter(e -> e.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.toString(number));
    }
}
