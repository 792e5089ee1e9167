package io.portolan.model.design;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Checks and copies that the records share.
final class Values {
    private Values() {}

    static void checkPort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "The port (%d) must be in 1..65535.".formatted(port));
        }
    }

    static <V> Map<String, V> sorted(Map<String, V> given) {
        return Collections.unmodifiableMap(new TreeMap<>(given));
    }
}
