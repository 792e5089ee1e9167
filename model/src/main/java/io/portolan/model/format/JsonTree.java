package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Builds the same trees from JSON, which may stand in one long line.
final class JsonTree {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(YamlReader.MAX_DEPTH)
                                    .build())
                    .build();

    private final JsonParser parser;
    private int nodes;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static boolean looksLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    /// Reads JSON, or else YAML that begins like it, such as `{a: b}`.
    static List<YamlNode> readAll(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonTree(parser).documents();
        } catch (JacksonException notJson) {
            return YamlTree.readAll(text);
        }
    }

    private List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            documents.add(node(token));
        }
        return documents;
    }

    private Position position() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Position(at.getLineNr(), at.getColumnNr());
    }

    private YamlNode node(JsonToken token) {
        Position at = position();
        if (++nodes > YamlReader.MAX_NODES) {
            throw new Malformed(
                    at,
                    "The file holds more than %d values. Split it."
                            .formatted(YamlReader.MAX_NODES));
        }
        return switch (token) {
            case START_OBJECT -> mapping(at);
            case START_ARRAY -> sequence(at);
            case VALUE_STRING -> new Scalar(at, TextCheck.value(parser.getString(), at), false);
            default -> new Scalar(at, parser.getString(), true);
        };
    }

    private Mapping mapping(Position at) {
        List<Entry> entries = new ArrayList<>(8);
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = new Scalar(position(), parser.currentName(), false);
            entries.add(YamlTree.unique(keys, key, node(parser.nextToken())));
        }
        return new Mapping(at, entries);
    }

    private Sequence sequence(Position at) {
        List<YamlNode> items = new ArrayList<>(4);
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            items.add(node(t));
        }
        return new Sequence(at, items);
    }
}
