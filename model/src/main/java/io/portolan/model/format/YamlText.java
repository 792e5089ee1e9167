package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a tree as YAML for people: blocks with two blanks of indentation, what is small on one
/// line.
final class YamlText {
    private static final int WIDTH = 100;
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /// A whole document. Down to `open` levels, blocks are never put on one line.
    static String document(Mapping root, int open) {
        YamlText text = new YamlText();
        for (Entry entry : root.entries()) {
            text.entry(entry, "", open);
        }
        return text.out.toString();
    }

    /// One key with its value, with its line end, without indentation before the key.
    static String entry(Entry entry, int indent, int open) {
        YamlText text = new YamlText();
        text.bareEntry(entry, " ".repeat(indent), open);
        return text.out.toString();
    }

    /// One item of a list from its dash on, with its line end.
    static String item(YamlNode item, int indent) {
        YamlText text = new YamlText();
        text.bareItem(item, " ".repeat(indent));
        return text.out.toString();
    }

    private void entry(Entry entry, String indent, int open) {
        out.append(indent);
        bareEntry(entry, indent, open);
    }

    private void bareEntry(Entry entry, String indent, int open) {
        String key = YamlScalar.line(entry.key()) + ":";
        out.append(key);
        Optional<String> line = line(entry.value(), open);
        if (line.isPresent() && fits(entry.value(), indent, key + " " + line.get())) {
            out.append(' ').append(line.get()).append('\n');
        } else {
            below(entry.value(), indent, open);
        }
    }

    private static boolean fits(YamlNode value, String indent, String text) {
        return value instanceof Scalar || indent.length() + text.length() <= WIDTH;
    }

    private void below(YamlNode value, String indent, int open) {
        switch (value) {
            case Scalar paragraph -> paragraph(paragraph.text(), indent + STEP);
            case Mapping map -> {
                out.append('\n');
                map.entries().forEach(e -> entry(e, indent + STEP, open - 1));
            }
            case Sequence list -> {
                out.append('\n');
                for (YamlNode item : list.items()) {
                    out.append(indent).append(STEP);
                    bareItem(item, indent + STEP);
                }
            }
        }
    }

    private void paragraph(String text, String indent) {
        out.append(text.endsWith("\n") ? " |\n" : " |-\n");
        text.lines().forEach(line -> out.append(line.isEmpty() ? "" : indent + line).append('\n'));
    }

    private void bareItem(YamlNode item, String indent) {
        Optional<String> line = line(item, 0);
        if (line.isPresent() && fits(item, indent, "- " + line.get())) {
            out.append("- ").append(line.get()).append('\n');
            return;
        }
        out.append('-');
        switch (item) {
            case Scalar paragraph -> paragraph(paragraph.text(), indent + STEP);
            case Sequence list -> below(list, indent, 0);
            case Mapping map -> {
                out.append(' ');
                bareEntry(map.entries().getFirst(), indent + STEP, 0);
                map.entries().stream().skip(1).forEach(e -> entry(e, indent + STEP, 0));
            }
        }
    }

    /// The value on one line, if it may stand so: without a list of blocks in it.
    private static Optional<String> line(YamlNode value, int open) {
        return switch (value) {
            case Scalar scalar when YamlScalar.isParagraph(scalar) -> Optional.empty();
            case Scalar scalar -> Optional.of(YamlScalar.line(scalar));
            case Sequence list -> line(list);
            case Mapping map -> open > 0 && !map.entries().isEmpty() ? Optional.empty() : line(map);
        };
    }

    private static Optional<String> line(Sequence list) {
        if (!list.items().stream().allMatch(YamlText::isSingleLine)) {
            return Optional.empty();
        }
        return Optional.of(
                list.items().stream()
                        .map(item -> YamlScalar.line((Scalar) item))
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static boolean isSingleLine(YamlNode item) {
        return item instanceof Scalar scalar && !YamlScalar.isParagraph(scalar);
    }

    private static Optional<String> line(Mapping map) {
        List<Optional<String>> values =
                map.entries().stream()
                        .map(e -> line(e.value(), 0).map(v -> key(e) + ": " + v))
                        .toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                values.stream()
                        .map(Optional::orElseThrow)
                        .collect(Collectors.joining(", ", "{", "}")));
    }

    private static String key(Entry entry) {
        return YamlScalar.line(entry.key());
    }
}
