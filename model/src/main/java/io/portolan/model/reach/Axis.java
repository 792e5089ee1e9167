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

    /// The place of a port in the transport of another place.
    static int seen(int port, int place) {
        return place >= OTHERS ? place : (place & -65536) | port;
    }

    /// The places asked for while packets always show this port: whole transports, if the port is
    /// among the places that are shown.
    static Places shown(int port, Places places) {
        Builder asked = new Builder();
        for (Transport transport : Transport.values()) {
            if (places.has(start(transport) + port)) {
                asked.add(start(transport), start(transport) + 65536);
            }
        }
        if (places.has(OTHERS)) {
            asked.add(OTHERS, END);
        }
        return asked.build();
    }

    /// From a place up to, not including, another.
    interface StretchVisitor {
        void visit(int from, int to);
    }

    /// A set of places as ascending pairs of a first place and the place after the last.
    static final class Places {
        static final Places NONE = new Places(new int[0]);
        static final Places ALL = new Places(new int[] {0, END});

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
            for (int bound : bounds) {
                visitor.accept(bound);
            }
        }

        /// How many stretches it has.
        int stretches() {
            return bounds.length / 2;
        }

        void forEachStretch(StretchVisitor visitor) {
            for (int i = 0; i < bounds.length; i += 2) {
                visitor.visit(bounds[i], bounds[i + 1]);
            }
        }

        boolean has(int place) {
            int at = Arrays.binarySearch(bounds, place);
            return at >= 0 ? (at & 1) == 0 : (-at - 1 & 1) == 1;
        }

        boolean isEmpty() {
            return bounds.length == 0;
        }

        Places or(Places other) {
            if (isEmpty() || other.isEmpty()) {
                return isEmpty() ? other : this;
            }
            Builder all = new Builder();
            int i = 0;
            int j = 0;
            while (i < bounds.length || j < other.bounds.length) {
                boolean own =
                        j == other.bounds.length
                                || (i < bounds.length && bounds[i] <= other.bounds[j]);
                int[] from = own ? bounds : other.bounds;
                int at = own ? i : j;
                all.join(from[at], from[at + 1]);
                i += own ? 2 : 0;
                j += own ? 0 : 2;
            }
            return all.build();
        }

        Places minus(Places other) {
            return isEmpty() || other.isEmpty() ? this : and(other.not());
        }

        private Places not() {
            Builder gaps = new Builder();
            int next = 0;
            for (int i = 0; i < bounds.length; i += 2) {
                if (next < bounds[i]) {
                    gaps.add(next, bounds[i]);
                }
                next = bounds[i + 1];
            }
            if (next < END) {
                gaps.add(next, END);
            }
            return gaps.build();
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

        /// Places that may begin before the last ones have ended.
        void join(int from, int to) {
            if (size > 0 && from <= bounds[size - 1]) {
                bounds[size - 1] = Math.max(bounds[size - 1], to);
            } else {
                add(from, to);
            }
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
