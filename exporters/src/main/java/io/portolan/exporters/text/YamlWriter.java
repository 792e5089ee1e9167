package io.portolan.exporters.text;

import java.util.regex.Pattern;

/// Writes values as block style YAML with two spaces a level, which every YAML 1.1 and 1.2 reader
/// understands alike.
public final class YamlWriter {
    /// Texts that need no quotes in any version of YAML.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");

    private static final Pattern SPECIAL =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

    private final IndentingWriter out;

    public YamlWriter(IndentingWriter out) {
        this.out = out;
    }

    /// A writer with the indentation that YAML is written in here.
    public static IndentingWriter lines() {
        return new IndentingWriter("  ");
    }

    /// One document that begins with `---`.
    public void document(Yaml value) {
        out.line("---");
        write("", value);
    }

    /// `head` stands before the value on its first line: `key:` or `-`.
    private void write(String head, Yaml value) {
        switch (value) {
            case Yaml.Mapping mapping -> mapping(head, mapping);
            case Yaml.Sequence sequence -> sequence(head, sequence);
            case Yaml.Scalar scalar -> out.line(joined(head, quoted(scalar.text())));
            case Yaml.Whole whole -> out.line(joined(head, Long.toString(whole.value())));
            case Yaml.Flag flag -> out.line(joined(head, Boolean.toString(flag.value())));
            case Yaml.Commented commented -> commented(head, commented);
        }
    }

    private void mapping(String head, Yaml.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            out.line(joined(head, "{}"));
        } else if (head.isEmpty()) {
            mapping.entries().forEach(this::entry);
        } else {
            out.line(head);
            out.indented(() -> mapping.entries().forEach(this::entry));
        }
    }

    private void entry(String key, Yaml value) {
        write(quoted(key) + ":", value);
    }

    private void sequence(String head, Yaml.Sequence sequence) {
        if (sequence.items().isEmpty()) {
            out.line(joined(head, "[]"));
        } else {
            if (!head.isEmpty()) {
                out.line(head);
            }
            sequence.items().forEach(this::item);
        }
    }

    private void item(Yaml value) {
        switch (value) {
            case Yaml.Mapping mapping when !mapping.entries().isEmpty() ->
                    out.bulleted("- ", () -> mapping.entries().forEach(this::entry));
            case Yaml.Sequence sequence when !sequence.items().isEmpty() -> {
                out.line("-");
                out.indented(() -> sequence("", sequence));
            }
            case Yaml.Commented commented -> {
                out.about(
                        commented.about(),
                        () -> {
                            comments(commented);
                            item(commented.value());
                        });
            }
            case Yaml.Mapping _, Yaml.Sequence _, Yaml.Scalar _, Yaml.Whole _, Yaml.Flag _ ->
                    write("-", value);
        }
    }

    private void commented(String head, Yaml.Commented commented) {
        out.about(
                commented.about(),
                () -> {
                    comments(commented);
                    write(head, commented.value());
                });
    }

    private void comments(Yaml.Commented commented) {
        commented.comments().forEach(c -> out.line("# " + CommentHeader.singleLine(c)));
    }

    private static String joined(String head, String value) {
        return head.isEmpty() ? value : head + " " + value;
    }

    /// A text as YAML: plain where that is safe, else in double quotes.
    static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> c < ' ' || c > '~' ? "\\u%04X".formatted((int) c) : String.valueOf(c);
        };
    }
}
