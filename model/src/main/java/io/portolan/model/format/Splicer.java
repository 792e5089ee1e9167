package io.portolan.model.format;

import io.portolan.model.format.TextNode.Items;
import io.portolan.model.format.TextNode.Keys;
import io.portolan.model.format.TextNode.Slot;
import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Sequence;

import java.util.List;
import java.util.Optional;

/// Changes a text from one tree to another by touching only what differs between them. The trees
/// are those of the writer; how the text says the same does not matter.
final class Splicer {
    private final TextEdits edits;

    private Splicer(TextEdits edits) {
        this.edits = edits;
    }

    /// The changed text. Whoever calls reads it again, since exotic YAML may not come out right.
    static String splice(String text, Mapping before, Mapping after) {
        TextEdits edits = new TextEdits(text);
        if (TextTree.of(text) instanceof Keys keys) {
            new Splicer(edits).keys(keys, before, after, DesignWriter.OPEN_LEVELS);
        }
        return edits.result();
    }

    private void keys(Keys text, Mapping before, Mapping after, int open) {
        List<Slot> slots = text.slots();
        for (Slot slot : slots) {
            if (before.find(slot.key()).isPresent() && after.find(slot.key()).isEmpty()) {
                delete(slots, slot);
            }
        }
        Optional<Slot> last = Optional.empty();
        for (Entry entry : after.entries()) {
            Optional<Slot> slot = find(slots, entry.key().text());
            Optional<YamlNode> old = before.find(entry.key().text());
            if (!old.equals(Optional.of(entry.value()))) {
                change(slots, slot, last, old, entry, open);
            }
            last = slot.isPresent() ? slot : last;
        }
    }

    private static Optional<Slot> find(List<Slot> slots, String key) {
        return slots.stream().filter(slot -> slot.key().equals(key)).findFirst();
    }

    private void change(
            List<Slot> slots,
            Optional<Slot> slot,
            Optional<Slot> last,
            Optional<YamlNode> old,
            Entry entry,
            int open) {
        if (slot.isEmpty()) {
            int column = edits.column(slots.getFirst().start());
            insert(slots, last, YamlText.entry(entry, column, open));
        } else if (!within(slot.get().value(), old, entry.value(), open - 1)) {
            int column = edits.column(slot.get().start());
            replace(slot.get(), YamlText.entry(entry, column, open));
        }
    }

    /// Changes a value from the inside, if it is a block or list before and after.
    private boolean within(TextNode text, Optional<YamlNode> old, YamlNode now, int open) {
        if (text instanceof Keys keys
                && old.orElse(now) instanceof Mapping before
                && now instanceof Mapping after) {
            keys(keys, before, after, open);
            return true;
        }
        if (text instanceof Items items
                && old.orElse(now) instanceof Sequence before
                && now instanceof Sequence after
                && items.slots().size() == before.items().size()) {
            items(items.slots(), before.items(), after.items());
            return true;
        }
        return false;
    }

    /// Keeps the items that are the same at the beginning and at the end.
    private void items(List<Slot> slots, List<YamlNode> before, List<YamlNode> after) {
        int most = Math.min(before.size(), after.size());
        int same = 0;
        while (same < most && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < most - same
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<YamlNode> old = before.subList(same, before.size() - tail);
        List<YamlNode> now = after.subList(same, after.size() - tail);
        middle(slots, same, old, now);
    }

    private void middle(List<Slot> slots, int from, List<YamlNode> old, List<YamlNode> now) {
        int both = Math.min(old.size(), now.size());
        for (int i = 0; i < both; i++) {
            item(slots.get(from + i), old.get(i), now.get(i));
        }
        for (int i = both; i < old.size(); i++) {
            delete(slots, slots.get(from + i));
        }
        int before = from + both - 1;
        Optional<Slot> last = before < 0 ? Optional.empty() : Optional.of(slots.get(before));
        int column = edits.column(slots.getFirst().start());
        now.stream().skip(both).forEach(n -> insert(slots, last, YamlText.item(n, column)));
    }

    private void item(Slot slot, YamlNode old, YamlNode now) {
        if (!old.equals(now) && !within(slot.value(), Optional.of(old), now, 0)) {
            replace(slot, YamlText.item(now, edits.column(slot.start())));
        }
    }

    private void replace(Slot slot, String lines) {
        edits.replace(slot.start(), slot.end(), lines.stripTrailing());
    }

    private void delete(List<Slot> slots, Slot slot) {
        int next = slots.indexOf(slot) + 1;
        if (edits.isFirstInLine(slot.start())) {
            int column = edits.column(slot.start());
            edits.replace(
                    edits.startWithComment(slot.start()),
                    edits.endWithComments(slot.end(), column),
                    "");
        } else if (next < slots.size()) {
            edits.replace(slot.start(), slots.get(next).start(), "");
        } else {
            edits.replace(slot.start(), slot.end(), "");
        }
    }

    private void insert(List<Slot> slots, Optional<Slot> after, String lines) {
        Slot first = slots.getFirst();
        int column = edits.column(first.start());
        String indent = " ".repeat(column);
        if (after.isPresent()) {
            edits.insertLines(edits.endWithComments(after.get().end(), column), indent + lines);
        } else if (edits.isFirstInLine(first.start())) {
            edits.insertLines(edits.startWithComment(first.start()), indent + lines);
        } else {
            edits.replace(first.start(), first.start(), lines + indent);
        }
    }
}
