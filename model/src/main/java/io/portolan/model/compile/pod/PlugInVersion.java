package io.portolan.model.compile.pod;

import io.portolan.model.design.Cni;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of a network plug-in as far as its behaviour depends on it: `3.31` of `v3.31.2`.
record PlugInVersion(int major, int minor) implements Comparable<PlugInVersion> {
    private static final Pattern NUMBERS = Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4}).*");

    /// Empty where the design does not say it.
    static Optional<PlugInVersion> of(Cni cni) {
        Matcher numbers = NUMBERS.matcher(cni.version().orElse(""));
        return numbers.matches()
                ? Optional.of(
                        new PlugInVersion(
                                Integer.parseInt(numbers.group(1)),
                                Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }

    boolean isBefore(int otherMajor, int otherMinor) {
        return compareTo(new PlugInVersion(otherMajor, otherMinor)) < 0;
    }

    @Override
    public int compareTo(PlugInVersion other) {
        return major != other.major
                ? Integer.compare(major, other.major)
                : Integer.compare(minor, other.minor);
    }
}
