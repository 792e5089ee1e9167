package io.portolan.app.picture;

import io.portolan.model.design.Element;
import io.portolan.model.design.Kinds;

/// What a screen reader says of an element.
final class Spoken {
    private Spoken() {}

    static String of(Element element, String facts, boolean meshed, int problems) {
        StringBuilder text = new StringBuilder(Kinds.titleOf(element.getClass()));
        text.append(' ').append(element.label());
        if (!facts.isEmpty()) {
            text.append(", ").append(facts);
        }
        if (meshed) {
            text.append(", in a mesh");
        }
        if (problems > 0) {
            text.append(", ").append(problems).append(problems == 1 ? " problem" : " problems");
        }
        return text.toString();
    }
}
