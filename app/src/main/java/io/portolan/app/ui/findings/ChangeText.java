package io.portolan.app.ui.findings;

import io.portolan.app.ui.inspector.Field;
import io.portolan.app.ui.inspector.FieldText;
import io.portolan.app.ui.inspector.Fields;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Says what a change does to a design: one line per element, and per component that differs.
public final class ChangeText {
    private final List<String> lines = new ArrayList<>();

    private ChangeText() {}

    /// The lines, beginning with `+` for what is added, `-` for what is removed and `~` for what is
    /// changed.
    public static List<String> lines(Design before, Change change) {
        Design after = change.applyTo(before);
        ChangeText text = new ChangeText();
        text.compare(before.elements(), after.elements());
        text.compare(before.links(), after.links());
        text.compare(before.flows(), after.flows());
        if (!before.governance().equals(after.governance())) {
            text.lines.add("~ what the review says about itself");
        }
        if (!before.observed().equals(after.observed())) {
            text.lines.add("~ the policies that were found");
        }
        return text.lines;
    }

    private <K, V> void compare(SequencedMap<K, V> before, SequencedMap<K, V> after) {
        before.forEach((id, _) -> {
            if (!after.containsKey(id)) {
                lines.add("- " + id);
            }
        });
        for (Map.Entry<K, V> entry : after.entrySet()) {
            V old = before.get(entry.getKey());
            if (old == null) {
                lines.add("+ " + FieldText.summary((Record) entry.getValue()));
            } else if (!old.equals(entry.getValue())) {
                changed(entry.getKey().toString(), (Record) old, (Record) entry.getValue());
            }
        }
    }

    private void changed(String id, Record old, Record now) {
        lines.add("~ " + id);
        if (!old.getClass().equals(now.getClass())) {
            return;
        }
        List<Field> olds = Fields.of(old);
        List<Field> news = Fields.of(now);
        for (int i = 0; i < olds.size(); i++) {
            if (!olds.get(i).value().equals(news.get(i).value())) {
                component(olds.get(i), news.get(i));
            }
        }
    }

    private void component(Field old, Field now) {
        if (old.value() instanceof Collection<?> was && now.value() instanceof Collection<?> is) {
            was.stream().filter(v -> !is.contains(v)).forEach(v -> part("-", now, v));
            is.stream().filter(v -> !was.contains(v)).forEach(v -> part("+", now, v));
        } else {
            lines.add(
                    "    %s: %s \u2192 %s"
                            .formatted(now.title(), text(old.value()), text(now.value())));
        }
    }

    private void part(String sign, Field field, Object value) {
        lines.add("    %s %s: %s".formatted(sign, field.title(), text(value)));
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> some -> some.<String>map(ChangeText::text).orElse("not set");
            case Enum<?> constant -> Field.constant(constant);
            case Record record when hasFields(record) -> FieldText.summary(record);
            default -> value.toString();
        };
    }

    /// Addresses, ports and ids are records, too, but have a text of their own.
    private static boolean hasFields(Record record) {
        return record.toString().startsWith(record.getClass().getSimpleName() + "[");
    }
}
