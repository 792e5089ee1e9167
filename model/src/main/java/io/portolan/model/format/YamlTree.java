package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds trees from SnakeYAML's events. Its own loader is not used: it guesses types and loses the
/// lines.
final class YamlTree {
    private final Parser parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int depth;
    private int deepest;

    /// What an alias stands for, with what it counts for.
    private record Anchored(YamlNode node, int nodes, int height) {}

    private YamlTree(String text) {
        parser = parser(text);
    }

    static Parser parser(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(YamlReader.MAX_LENGTH);
        return new ParserImpl(new StreamReader(text), limits);
    }

    static List<YamlNode> readAll(String text) {
        TextCheck.lines(text);
        try {
            return new YamlTree(text).documents();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new Malformed(
                    mark == null ? Position.START : position(mark), sentence(e.getProblem()));
        } catch (YAMLException e) {
            throw new Malformed(Position.START, sentence(e.getMessage()));
        }
    }

    private static String sentence(@Nullable String problem) {
        return "This is no YAML: " + problem + ".";
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        parser.getEvent(); // stream start
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            parser.getEvent(); // document start
            anchors.clear();
            documents.add(node(parser.getEvent()));
            parser.getEvent(); // document end
        }
        return documents;
    }

    private YamlNode node(Event event) {
        Position at = position(event.getStartMark());
        count(1, 0, at);
        if (event instanceof AliasEvent alias) {
            return resolve(alias, at);
        }
        int before = nodes;
        int outer = deepest;
        deepest = depth;
        depth++;
        YamlNode node = content(event, at);
        depth--;
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before, deepest - depth));
        }
        deepest = Math.max(outer, deepest);
        return node;
    }

    /// Counts values `height` levels below this one.
    private void count(int more, int height, Position at) {
        nodes += more;
        deepest = Math.max(deepest, depth + height);
        if (nodes > YamlReader.MAX_NODES) {
            throw new Malformed(
                    at,
                    "The file stands for more than %d values. Use fewer aliases, or split it."
                            .formatted(YamlReader.MAX_NODES));
        }
        if (deepest > YamlReader.MAX_DEPTH) {
            throw new Malformed(
                    at, "This is nested deeper than %d levels.".formatted(YamlReader.MAX_DEPTH));
        }
    }

    private YamlNode resolve(AliasEvent alias, Position at) {
        Anchored target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw new Malformed(
                    at,
                    "The alias (*%s) is unknown, or inside of what it stands for."
                            .formatted(alias.getAnchor()));
        }
        count(target.nodes(), target.height(), at);
        return target.node();
    }

    private YamlNode content(Event event, Position at) {
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, at);
            case SequenceStartEvent list -> sequence(list, at);
            case MappingStartEvent map -> mapping(map, at);
            default -> throw new IllegalStateException(event.toString());
        };
    }

    private static Scalar scalar(ScalarEvent event, Position at) {
        String tag = event.getTag();
        boolean text = tag != null && YamlTag.check(tag, at).isText();
        boolean escaped = event.getValue().length() > 0 && !event.isPlain();
        return new Scalar(
                at,
                escaped ? TextCheck.value(event.getValue(), at) : event.getValue(),
                event.isPlain() && !text);
    }

    private Sequence sequence(SequenceStartEvent start, Position at) {
        YamlTag.check(start.getTag(), at);
        List<YamlNode> items = new ArrayList<>(4);
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(parser.getEvent()));
        }
        parser.getEvent();
        return new Sequence(at, items);
    }

    private Mapping mapping(MappingStartEvent start, Position at) {
        YamlTag.check(start.getTag(), at);
        List<Entry> entries = new ArrayList<>(8);
        Set<String> keys = new HashSet<>();
        List<Entry> merged = new ArrayList<>(0);
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Scalar key = key();
            YamlNode value = node(parser.getEvent());
            if (key.plain() && key.text().equals("<<")) {
                merged.addAll(merged(value));
            } else {
                entries.add(unique(keys, key, value));
            }
        }
        parser.getEvent();
        merged.stream().filter(e -> keys.add(e.key().text())).forEach(entries::add);
        return new Mapping(at, entries);
    }

    private Scalar key() {
        YamlNode key = node(parser.getEvent());
        if (key instanceof Scalar scalar) {
            return scalar;
        }
        throw new Malformed(key.at(), "A key must be one word, not a list or a block.");
    }

    static Entry unique(Set<String> keys, Scalar key, YamlNode value) {
        if (!keys.add(key.text())) {
            throw new Malformed(
                    key.at(), "The key (%s) is given twice. Keep one.".formatted(key.text()));
        }
        return new Entry(key, value);
    }

    /// The entries that a merge key brings; a key of the map itself wins wherever it stands.
    private static List<Entry> merged(YamlNode value) {
        return switch (value) {
            case Mapping map -> map.entries();
            case Sequence list -> list.items().stream().flatMap(i -> merged(i).stream()).toList();
            case Scalar text ->
                    throw new Malformed(
                            text.at(), "A merge key (<<) needs a block, not a single value.");
        };
    }
}
