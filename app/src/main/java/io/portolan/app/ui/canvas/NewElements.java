package io.portolan.app.ui.canvas;

import io.portolan.model.design.About;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Cidr;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Elements fresh from the palette: everything absent that may be absent, the first of each choice,
/// an id that is free.
final class NewElements {
    /// The block for documentation (RFC 5737): nobody takes it for a decision.
    private static final Cidr SOME_RANGE = Cidr.parse("192.0.2.0/24");

    private NewElements() {}

    static Element of(Class<? extends Element> kind, Design design, Optional<ElementId> parent) {
        String name = Kinds.titleOf(kind).toLowerCase(Locale.ROOT).replace(' ', '-');
        ElementId id = freeId(design, name);
        return Records.make(kind, component -> value(component, id, parent, design));
    }

    /// The id that a name gives, unless it is taken or no letter of it may be in an id.
    static Optional<ElementId> idFor(Design design, String label) {
        String text =
                label.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return text.isEmpty() || design.find(new ElementId(text)).isPresent()
                ? Optional.empty()
                : Optional.of(new ElementId(text));
    }

    private static ElementId freeId(Design design, String name) {
        int number = 1;
        while (design.find(new ElementId(name + "-" + number)).isPresent()) {
            number++;
        }
        return new ElementId(name + "-" + number);
    }

    private static Object value(
            RecordComponent component, ElementId id, Optional<ElementId> parent, Design design) {
        return switch (component.getName()) {
            case "id" -> id;
            case "label" -> id.value();
            case "parent" -> parent;
            case "about" -> About.NOTHING;
            case "tag" -> freeTag(design);
            default -> blank(component.getType(), id);
        };
    }

    private static Object blank(Class<?> type, ElementId id) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Map<Class<?>, Object> blanks =
                Map.of(
                        Optional.class, Optional.empty(),
                        List.class, List.of(),
                        Map.class, Map.of(),
                        String.class, id.value(),
                        boolean.class, false,
                        Cidr.class, SOME_RANGE);
        return Optional.ofNullable(blanks.get(type))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "A new %s needs a value of a type (%s) that has no blank."
                                        .formatted(id, type.getSimpleName())));
    }

    private static int freeTag(Design design) {
        List<Integer> used = design.all(Vlan.class).map(v -> v.tag()).toList();
        int tag = 10;
        while (used.contains(tag)) {
            tag += 10;
        }
        return tag;
    }
}
