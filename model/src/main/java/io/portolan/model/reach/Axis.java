package io.portolan.model.reach;

import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Protocols and ports on one line: 65,536 places for each transport, then one for all protocols
/// without ports together.
final class Axis {
    static final int OTHERS = Transport.values().length << 16;
    static final int END = OTHERS + 1;

    private Axis() {}

    static int start(Transport transport) {
        return switch (transport) {
            case TCP -> 0;
            case UDP -> 1 << 16;
            case SCTP -> 2 << 16;
        };
    }

    /// A set of places as ascending pairs of a first place and the place after the last.
    static final class Places {
        private final int[] bounds;

        private Places(int[] bounds) {
            this.bounds = bounds;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Places places && Arrays.equals(bounds, places.bounds);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bounds);
        }

        /// Visits every place at which the set begins or has ended.
        void forEachBound(IntConsumer visitor) {
            Arrays.stream(bounds).forEach(visitor);
        }

        boolean has(int place) {
            int at = Arrays.binarySearch(bounds, place);
            return at >= 0 ? (at & 1) == 0 : (-at - 1 & 1) == 1;
        }

        boolean isEmpty() {
            return bounds.length == 0;
        }

        Places and(Places other) {
            Builder common = new Builder();
            int i = 0;
            int j = 0;
            while (i < bounds.length && j < other.bounds.length) {
                int from = Math.max(bounds[i], other.bounds[j]);
                int to = Math.min(bounds[i + 1], other.bounds[j + 1]);
                if (from < to) {
                    common.add(from, to);
                }
                if (bounds[i + 1] < other.bounds[j + 1]) {
                    i += 2;
                } else {
                    j += 2;
                }
            }
            return common.build();
        }

        /// These places as traffic.
        TrafficSet traffic() {
            return new TrafficSet(
                    ports(Transport.TCP), ports(Transport.UDP), ports(Transport.SCTP), has(OTHERS));
        }

        private PortSet ports(Transport transport) {
            int start = start(transport);
            List<PortRange> ranges = new ArrayList<>();
            for (int i = 0; i < bounds.length; i += 2) {
                int low = Math.max(bounds[i] - start, 0);
                int high = Math.min(bounds[i + 1] - 1 - start, 65535);
                if (low <= high) {
                    ranges.add(new PortRange(low, high));
                }
            }
            return new PortSet(ranges);
        }
    }

    /// Collects ascending places.
    static final class Builder {
        private int[] bounds = new int[8];
        private int size;

        void add(int from, int to) {
            if (size > 0 && bounds[size - 1] == from) {
                bounds[size - 1] = to;
                return;
            }
            if (size + 2 > bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[size++] = from;
            bounds[size++] = to;
        }

        void add(Transport transport, PortSet ports) {
            int start = start(transport);
            ports.ranges().forEach(r -> add(start + r.low(), start + r.high() + 1));
        }

        Places build() {
            return new Places(Arrays.copyOf(bounds, size));
        }
    }
}
