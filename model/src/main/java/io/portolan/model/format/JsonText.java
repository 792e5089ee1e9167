package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;

/// Writes a tree as JSON.
final class JsonText {
    private static final int WIDTH = 90;
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /// In one line.
    static String line(YamlNode node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(node, out);
        }
        return text.toString();
    }

    /// In lines: what is short on one line.
    static String document(YamlNode node) {
        StringBuilder out = new StringBuilder();
        lines(node, "", out);
        return out.append('\n').toString();
    }

    private static void lines(YamlNode node, String indent, StringBuilder out) {
        String line = line(node);
        if (indent.length() + line.length() <= WIDTH) {
            out.append(line);
            return;
        }
        String deeper = indent + "  ";
        switch (node) {
            case Scalar _ -> out.append(line);
            case Sequence list -> {
                out.append('[');
                String comma = "\n";
                for (YamlNode item : list.items()) {
                    out.append(comma).append(deeper);
                    lines(item, deeper, out);
                    comma = ",\n";
                }
                out.append('\n').append(indent).append(']');
            }
            case Mapping map -> {
                out.append('{');
                String comma = "\n";
                for (Entry entry : map.entries()) {
                    out.append(comma).append(deeper).append(line(entry.key())).append(": ");
                    lines(entry.value(), deeper, out);
                    comma = ",\n";
                }
                out.append('\n').append(indent).append('}');
            }
        }
    }

    private static void write(YamlNode node, JsonGenerator out) {
        switch (node) {
            case Scalar scalar -> write(scalar, out);
            case Sequence list -> {
                out.writeStartArray();
                list.items().forEach(item -> write(item, out));
                out.writeEndArray();
            }
            case Mapping map -> {
                out.writeStartObject();
                for (Entry entry : map.entries()) {
                    out.writeName(entry.key().text());
                    write(entry.value(), out);
                }
                out.writeEndObject();
            }
        }
    }

    /// Plain scalars are numbers or truths, but for `.inf`, which JSON does not know.
    private static void write(Scalar scalar, JsonGenerator out) {
        if (scalar.plain() && !scalar.text().endsWith(".inf")) {
            out.writeRawValue(scalar.text());
        } else {
            out.writeString(scalar.text());
        }
    }
}
