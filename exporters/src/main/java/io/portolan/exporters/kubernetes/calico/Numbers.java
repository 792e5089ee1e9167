package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Part;

import java.util.Optional;

/// Orders, which may have a fraction.
final class Numbers {
    private Numbers() {}

    static Optional<Double> read(Part part) {
        return part.text().map(text -> number(part, text));
    }

    private static double number(Part part, String text) {
        if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")) {
            throw new Part.Unfit(part, "The order (%s) must be a number.".formatted(text));
        }
        return Double.parseDouble(text);
    }
}
