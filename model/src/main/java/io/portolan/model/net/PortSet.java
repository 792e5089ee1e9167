package io.portolan.model.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A union of port ranges in canonical form: ascending, neither overlapping nor touching, so that
/// equal sets are equal.
public record PortSet(List<PortRange> ranges) {
    public static final PortSet ALL = new PortSet(List.of(PortRange.ALL));
    public static final PortSet NONE = new PortSet(List.of());

    public PortSet {
        ranges = canonical(ranges);
    }

    public static PortSet of(int... ports) {
        return new PortSet(Arrays.stream(ports).mapToObj(p -> new PortRange(p, p)).toList());
    }

    public static PortSet range(int low, int high) {
        return new PortSet(List.of(new PortRange(low, high)));
    }

    /// Reads `80,443,8000-8080`.
    ///
    /// @throws IllegalArgumentException if a part is no port or range
    public static PortSet parse(String text) {
        return new PortSet(
                Stream.of(text.split(",", -1)).map(String::strip).map(PortRange::parse).toList());
    }

    private static List<PortRange> canonical(List<PortRange> given) {
        if (given.size() < 2) {
            return List.copyOf(given);
        }
        List<PortRange> merged = new ArrayList<>();
        for (PortRange range : given.stream().sorted().toList()) {
            PortRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && range.low() <= last.high() + 1) {
                merged.set(
                        merged.size() - 1,
                        new PortRange(last.low(), Math.max(last.high(), range.high())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    private boolean isAll() {
        return ranges.size() == 1 && ranges.getFirst().equals(PortRange.ALL);
    }

    public boolean contains(int port) {
        for (PortRange range : ranges) {
            if (range.contains(port)) {
                return true;
            }
        }
        return false;
    }

    public PortSet union(PortSet other) {
        if (other.isEmpty() || isAll()) {
            return this;
        }
        if (isEmpty() || other.isAll()) {
            return other;
        }
        return new PortSet(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    public PortSet intersection(PortSet other) {
        if (isEmpty() || other.isAll()) {
            return this;
        }
        if (other.isEmpty() || isAll()) {
            return other;
        }
        List<PortRange> common = new ArrayList<>();
        for (PortRange a : ranges) {
            for (PortRange b : other.ranges) {
                int low = Math.max(a.low(), b.low());
                int high = Math.min(a.high(), b.high());
                if (low <= high) {
                    common.add(new PortRange(low, high));
                }
            }
        }
        return new PortSet(common);
    }

    /// The ports of 0 to 65535 that are not in this set.
    public PortSet complement() {
        List<PortRange> gaps = new ArrayList<>();
        int next = 0;
        for (PortRange range : ranges) {
            if (range.low() > next) {
                gaps.add(new PortRange(next, range.low() - 1));
            }
            next = range.high() + 1;
        }
        if (next <= PortRange.ALL.high()) {
            gaps.add(new PortRange(next, PortRange.ALL.high()));
        }
        return new PortSet(gaps);
    }

    public PortSet minus(PortSet other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        return intersection(other.complement());
    }

    @Override
    public String toString() {
        return ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
    }
}
