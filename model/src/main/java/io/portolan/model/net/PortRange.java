package io.portolan.model.net;

/// Consecutive ports, both ends included, 0 to 65535.
public record PortRange(int low, int high) implements Comparable<PortRange> {
    public static final PortRange ALL = new PortRange(0, 65535);

    public PortRange {
        if (low < 0 || high > 65535 || low > high) {
            throw new IllegalArgumentException(
                    "The port range (%d-%d) must be ascending and in 0..65535."
                            .formatted(low, high));
        }
    }

    /// Reads `443` or `8000-8080`.
    ///
    /// @throws IllegalArgumentException if `text` is neither
    public static PortRange parse(String text) {
        if (!text.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "The port (%s) must be a number like 443 or a range like 8000-8080."
                            .formatted(text));
        }
        int dash = text.indexOf('-');
        int low = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        return new PortRange(low, dash < 0 ? low : Integer.parseInt(text.substring(dash + 1)));
    }

    public boolean contains(int port) {
        return low <= port && port <= high;
    }

    @Override
    public int compareTo(PortRange other) {
        return low != other.low
                ? Integer.compare(low, other.low)
                : Integer.compare(high, other.high);
    }

    @Override
    public String toString() {
        return low == high ? Integer.toString(low) : low + "-" + high;
    }
}
