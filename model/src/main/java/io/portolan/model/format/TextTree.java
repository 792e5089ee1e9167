package io.portolan.model.format;

import io.portolan.model.format.TextNode.Items;
import io.portolan.model.format.TextNode.Keys;
import io.portolan.model.format.TextNode.Slot;
import io.portolan.model.format.TextNode.Whole;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

import java.util.ArrayList;
import java.util.List;

/// Finds the ranges of the values of a text that has been read without problems before.
final class TextTree {
    private final String text;
    private final Parser parser;
    private final int[] characters;

    private TextTree(String text) {
        this.text = text;
        this.parser = YamlTree.parser(text);
        this.characters = characters(text);
    }

    static TextNode of(String text) {
        TextTree tree = new TextTree(text);
        tree.parser.getEvent(); // stream start
        tree.parser.getEvent(); // document start
        return tree.node(tree.parser.getEvent());
    }

    /// SnakeYAML counts code points: the index of each in the text.
    private static int[] characters(String text) {
        int[] indexes = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < indexes.length - 1; i++) {
            indexes[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        indexes[indexes.length - 1] = at;
        return indexes;
    }

    private int index(Mark mark) {
        return characters[Math.min(mark.getIndex(), characters.length - 1)];
    }

    private TextNode node(Event event) {
        return switch (event) {
            case MappingStartEvent map when !map.isFlow() -> keys(index(map.getEndMark()));
            case SequenceStartEvent list when !list.isFlow() -> items(index(list.getEndMark()));
            case CollectionStartEvent _ -> inBrackets();
            case ScalarEvent scalar -> new Whole(stripped(scalar));
            default -> new Whole(index(event.getEndMark()));
        };
    }

    /// The end mark of a text behind `|` lies on a later line.
    private int stripped(ScalarEvent scalar) {
        int start = index(scalar.getStartMark());
        int end = index(scalar.getEndMark());
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private TextNode keys(int start) {
        List<Slot> slots = new ArrayList<>();
        int end = start;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event key = parser.getEvent();
            node(key);
            TextNode value = node(parser.getEvent());
            String name = key instanceof ScalarEvent scalar ? scalar.getValue() : "";
            slots.add(new Slot(name, index(key.getStartMark()), value));
            end = slots.getLast().end();
        }
        parser.getEvent();
        return new Keys(slots, end);
    }

    private TextNode items(int start) {
        List<Slot> slots = new ArrayList<>();
        int end = start;
        boolean simple = true;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Event item = parser.getEvent();
            int dash = dashBefore(index(item.getStartMark()));
            TextNode value = node(item);
            simple &= dash >= 0;
            slots.add(new Slot("", Math.max(dash, 0), value));
            end = value.end();
        }
        parser.getEvent();
        return simple ? new Items(slots, end) : new Whole(end);
    }

    /// The dash of an item on the same line; -1 if there is something else in between.
    private int dashBefore(int item) {
        int at = item - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && text.charAt(at) == '-' ? at : -1;
    }

    private TextNode inBrackets() {
        int depth = 1;
        Event event = parser.getEvent();
        while (true) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth == 0) {
                return new Whole(index(event.getEndMark()));
            }
            event = parser.getEvent();
        }
    }
}
