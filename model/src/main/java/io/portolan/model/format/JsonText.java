package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;

/// Writes a tree as JSON in one line.
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static String line(YamlNode node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(node, out);
        }
        return text.toString();
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
