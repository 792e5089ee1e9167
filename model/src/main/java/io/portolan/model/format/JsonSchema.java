package io.portolan.model.format;

import static io.portolan.model.format.Tree.entry;
import static io.portolan.model.format.Tree.list;
import static io.portolan.model.format.Tree.map;
import static io.portolan.model.format.Tree.words;

import io.portolan.model.design.Kinds;
import io.portolan.model.format.Shape.Block;
import io.portolan.model.format.Shape.Choice;
import io.portolan.model.format.Shape.Expression;
import io.portolan.model.format.Shape.Leaf;
import io.portolan.model.format.Shape.Listing;
import io.portolan.model.format.Shape.Maybe;
import io.portolan.model.format.Shape.Ports;
import io.portolan.model.format.Shape.Table;
import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The JSON Schema (2020-12) of `name.portolan.yaml`, for editors: made from the same shapes as the
/// reader, so that it accepts the same files, apart from what the values check themselves.
public final class JsonSchema {
    private static final String TYPE = "type";
    private static final String ANY_OF = "anyOf";

    private final Map<String, Mapping> definitions = new TreeMap<>();

    private JsonSchema() {}

    /// The whole schema as JSON text.
    public static String write() {
        JsonSchema schema = new JsonSchema();
        Mapping file = schema.object(DesignFile.class, List.of());
        Mapping head =
                map(
                        entry("$schema", "https://json-schema.org/draft/2020-12/schema"),
                        entry("$id", "urn:portolan:schema:" + Migrations.CURRENT),
                        entry("title", "Portolan design"));
        List<Entry> all = new ArrayList<>(head.entries());
        all.addAll(file.entries());
        all.add(entry("$defs", schema.definitions()));
        return JsonText.document(map(all));
    }

    private Mapping definitions() {
        List<Entry> entries = new ArrayList<>();
        definitions.forEach((name, definition) -> entries.add(entry(name, definition)));
        return map(entries);
    }

    private Mapping of(Shape shape) {
        return switch (shape) {
            case Leaf leaf -> leaf(leaf);
            case Ports _ -> map(entry(ANY_OF, list(text(), array(text()))));
            case Maybe maybe -> of(maybe.of());
            case Listing list when list.of() instanceof Leaf leaf ->
                    map(entry(ANY_OF, list(leaf(leaf), array(leaf(leaf)))));
            case Listing list -> array(of(list.of()));
            case Table table -> table(table);
            case Block block -> block(block, List.of());
            case Choice choice -> choice(choice, List.of());
            case Expression expression -> expression(expression);
        };
    }

    private static Mapping leaf(Leaf leaf) {
        return switch (leaf) {
            case Shape.Text _, Shape.Value _ -> text();
            case Shape.Whole _ -> map(entry(TYPE, "integer"));
            case Shape.Truth _ -> map(entry(TYPE, "boolean"));
            case Shape.Decimal _ ->
                    map(
                            entry(
                                    ANY_OF,
                                    list(
                                            map(entry(TYPE, "number")),
                                            oneOf(List.of(".inf", "-.inf")))));
            case Shape.Day _ -> map(entry(TYPE, "string"), entry("format", "date"));
            case Shape.Word word -> oneOf(Leaves.words(word.type()));
        };
    }

    /// A text may look like a number or a truth: its key decides that it is none.
    private static Mapping text() {
        return map(entry(TYPE, words(List.of("string", "number", "boolean"))));
    }

    private static Mapping oneOf(List<String> words) {
        return map(entry("enum", words(words)));
    }

    private static Mapping array(Mapping items) {
        return map(entry(TYPE, words(List.of("array", "null"))), entry("items", items));
    }

    private Mapping table(Table table) {
        List<String> without = Shapes.keyed(table) ? List.of(BlockReader.ID) : List.of();
        Mapping value =
                switch (table.value()) {
                    case Block block -> block(block, without);
                    case Choice choice -> choice(choice, without);
                    case Leaf _, Ports _, Maybe _, Listing _, Table _, Expression _ ->
                            of(table.value());
                };
        return map(
                entry(TYPE, words(List.of("object", "null"))),
                entry("additionalProperties", value));
    }

    /// Puts a definition in, once; recursive types refer to it while it is made.
    private Mapping reference(String name, Supplier<Mapping> definition) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, map());
            definitions.put(name, definition.get());
        }
        return map(entry("$ref", "#/$defs/" + name));
    }

    private static String name(Class<?> type, List<String> without) {
        String full = type.getName();
        String name = full.substring(full.lastIndexOf('.') + 1).replace('$', '.');
        return without.isEmpty() ? name : name + ".keyed";
    }

    private Mapping block(Block block, List<String> without) {
        return reference(name(block.type(), without), () -> object(block.type(), without));
    }

    private Mapping object(Class<?> record, List<String> without) {
        Map<String, YamlNode> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Part part : Part.of(record)) {
            if (!without.contains(part.name())) {
                properties.put(part.name(), of(part.shape()));
                if (Absence.of(part.shape()).isEmpty()) {
                    required.add(part.name());
                }
            }
        }
        return object(properties, required);
    }

    private static Mapping object(Map<String, YamlNode> properties, List<String> required) {
        List<Entry> keys = new ArrayList<>();
        properties.forEach((name, schema) -> keys.add(entry(name, schema)));
        List<Entry> all = new ArrayList<>();
        all.add(
                required.isEmpty()
                        ? entry(TYPE, words(List.of("object", "null")))
                        : entry(TYPE, "object"));
        all.add(entry("properties", map(keys)));
        all.add(entry("required", words(required)));
        all.add(entry("additionalProperties", Leaves.plain("false")));
        return map(all);
    }

    private Mapping choice(Choice choice, List<String> without) {
        return reference(name(choice.type(), without), () -> kinds(choice, without));
    }

    /// The block that its `kind` asks for; the name alone for kinds that need no key.
    private Mapping kinds(Choice choice, List<String> without) {
        List<Class<?>> kinds = Shapes.kinds(choice.type());
        List<Mapping> cases = kinds.stream().map(kind -> whenKind(kind, without)).toList();
        Mapping kind = oneOf(kinds.stream().map(Shapes::nameOf).toList());
        Mapping block =
                map(
                        entry(TYPE, "object"),
                        entry("required", words(List.of(BlockReader.KIND))),
                        entry("properties", map(entry(BlockReader.KIND, kind))),
                        entry("allOf", list(cases)));
        List<String> alone =
                kinds.stream()
                        .filter(k -> Absence.of(new Block(k)).isPresent())
                        .map(Shapes::nameOf)
                        .toList();
        return alone.isEmpty() ? block : map(entry(ANY_OF, list(oneOf(alone), block)));
    }

    private Mapping whenKind(Class<?> kind, List<String> without) {
        String name = Shapes.nameOf(kind);
        Mapping asked = map(entry("const", name));
        return map(
                entry("if", map(entry("properties", map(entry(BlockReader.KIND, asked))))),
                entry("then", reference(name(kind, without), () -> kind(kind, without))));
    }

    private Mapping kind(Class<?> kind, List<String> without) {
        Mapping object = object(kind, without);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry("title", Kinds.titleOf(kind)));
        for (Entry entry : object.entries()) {
            entries.add(
                    entry.key().text().equals("properties")
                            ? entry("properties", withKind((Mapping) entry.value()))
                            : entry);
        }
        return map(entries);
    }

    private static Mapping withKind(Mapping properties) {
        List<Entry> entries = new ArrayList<>(List.of(entry(BlockReader.KIND, map())));
        entries.addAll(properties.entries());
        return map(entries);
    }

    private Mapping expression(Expression expression) {
        Mapping atom = of(expression.atom());
        String name = "Expr." + name(((Choice) expression.atom()).type(), List.of());
        return reference(name, () -> expression(atom, map(entry("$ref", "#/$defs/" + name))));
    }

    private static Mapping expression(Mapping atom, Mapping self) {
        return map(
                entry(
                        ANY_OF,
                        list(
                                map(entry("enum", list(Leaves.text("any"), Leaves.plain("null")))),
                                single(ExpressionReader.ANY_OF, array(self)),
                                single(ExpressionReader.ALL_OF, array(self)),
                                single(ExpressionReader.NOT, self),
                                single(ExpressionReader.UNKNOWN, text()),
                                named(self),
                                atom)));
    }

    private static Mapping named(Mapping self) {
        Map<String, YamlNode> properties = new LinkedHashMap<>();
        properties.put(ExpressionReader.NAMED, text());
        properties.put(ExpressionReader.MEANING, self);
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Mapping single(String key, Mapping value) {
        return object(Map.of(key, value), List.of(key));
    }
}
