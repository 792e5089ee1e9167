package io.portolan.app.picture;

import io.portolan.icons.IconCatalogue;
import io.portolan.model.design.Kinds;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Icons as operations of a drawing.
final class Icons {
    static final String MESH = "mesh-glyph";
    private static final ConcurrentMap<String, List<String>> PATHS = new ConcurrentHashMap<>();

    private Icons() {}

    static Op.Glyph of(Class<?> kind, Point at, double size, int colour) {
        return named(Kinds.nameOf(kind), at, size, colour);
    }

    static Op.Glyph named(String name, Point at, double size, int colour) {
        return new Op.Glyph(name, PATHS.computeIfAbsent(name, Icons::read), at, size, colour);
    }

    private static List<String> read(String name) {
        return IconCatalogue.find(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The icon (%s) is missing; draw it in module icons."
                                        .formatted(name)))
                .paths();
    }
}
