package io.portolan.icons;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the path data of the set into a shape of AWT.
final class PathData {
    private static final Pattern STEP = Pattern.compile("([MLCZ])([^MLCZ]*)");

    private PathData() {}

    static void appendTo(Path2D path, String data) {
        Matcher steps = STEP.matcher(data);
        while (steps.find()) {
            append(path, steps.group(1), numbers(steps.group(2)));
        }
    }

    private static void append(Path2D path, String command, double[] n) {
        switch (command) {
            case "M" -> path.moveTo(n[0], n[1]);
            case "L" -> path.lineTo(n[0], n[1]);
            case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
            default -> path.closePath();
        }
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" "))
                .filter(t -> !t.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
