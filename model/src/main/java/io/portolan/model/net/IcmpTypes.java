package io.portolan.model.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Types and codes of ICMP and ICMPv6 by the names that people know them by (IANA registries). In a
/// set of ports each is one number, type * 256 + code; nobody is ever shown that number.
final class IcmpTypes {
    private static final int CODES = 256;

    /// So many types in a row are no longer named one by one.
    private static final int MANY = 4;

    private static final Map<Integer, String> V4 =
            Map.ofEntries(
                    Map.entry(0, "echo-reply"),
                    Map.entry(3, "destination-unreachable"),
                    Map.entry(4, "source-quench"),
                    Map.entry(5, "redirect"),
                    Map.entry(8, "echo-request"),
                    Map.entry(9, "router-advertisement"),
                    Map.entry(10, "router-solicitation"),
                    Map.entry(11, "time-exceeded"),
                    Map.entry(12, "parameter-problem"),
                    Map.entry(13, "timestamp-request"),
                    Map.entry(14, "timestamp-reply"));

    private static final Map<Integer, String> V6 =
            Map.ofEntries(
                    Map.entry(1, "destination-unreachable"),
                    Map.entry(2, "packet-too-big"),
                    Map.entry(3, "time-exceeded"),
                    Map.entry(4, "parameter-problem"),
                    Map.entry(128, "echo-request"),
                    Map.entry(129, "echo-reply"),
                    Map.entry(130, "mld-listener-query"),
                    Map.entry(131, "mld-listener-report"),
                    Map.entry(132, "mld-listener-done"),
                    Map.entry(133, "nd-router-solicit"),
                    Map.entry(134, "nd-router-advert"),
                    Map.entry(135, "nd-neighbor-solicit"),
                    Map.entry(136, "nd-neighbor-advert"),
                    Map.entry(137, "nd-redirect"));

    private final Map<Integer, String> names;

    private IcmpTypes(Map<Integer, String> names) {
        this.names = names;
    }

    static IcmpTypes of(boolean v6) {
        return new IcmpTypes(v6 ? V6 : V4);
    }

    /// `echo-request (type 8), destination-unreachable (type 3) code 4, types 20-255`
    String words(PortSet kinds) {
        List<String> words = new ArrayList<>();
        kinds.ranges().forEach(range -> add(range, words));
        return String.join(", ", words);
    }

    private void add(PortRange range, List<String> words) {
        int first = ceiling(range.low());
        int last = (range.high() + 1) / CODES - 1;
        if (first > last + 1) {
            words.add(codes(range.low(), range.high()));
            return;
        }
        if (range.low() < first * CODES) {
            words.add(codes(range.low(), first * CODES - 1));
        }
        addTypes(first, last, words);
        if (range.high() >= (last + 1) * CODES) {
            words.add(codes((last + 1) * CODES, range.high()));
        }
    }

    private static int ceiling(int number) {
        return (number + CODES - 1) / CODES;
    }

    private void addTypes(int first, int last, List<String> words) {
        if (last - first + 1 >= MANY) {
            words.add("types %d-%d".formatted(first, last));
            return;
        }
        for (int type = first; type <= last; type++) {
            words.add(type(type));
        }
    }

    private String type(int type) {
        String name = names.get(type);
        return name == null ? "type " + type : "%s (type %d)".formatted(name, type);
    }

    /// Some codes of one type.
    private String codes(int low, int high) {
        String codes =
                low == high
                        ? " code " + low % CODES
                        : " codes %d-%d".formatted(low % CODES, high % CODES);
        return type(low / CODES) + codes;
    }
}
