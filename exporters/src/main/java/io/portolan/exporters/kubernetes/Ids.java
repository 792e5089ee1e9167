package io.portolan.exporters.kubernetes;

import io.portolan.model.design.ElementId;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives each object an id of its own: `cluster/namespace/name`, with the kind behind it where two
/// objects have one name, and a number where that is not enough.
final class Ids {
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9._/-]");
    private static final Pattern EDGE = Pattern.compile("^[^a-z0-9]+|[^a-z0-9]+$");

    private final Set<String> taken = new HashSet<>();

    ElementId unused(String path, String kind) {
        String plain = safe(path);
        String name = plain;
        for (int i = 1; !taken.add(name); i++) {
            String ending = "-" + kind.toLowerCase(Locale.ROOT);
            name = plain + ending + (i == 1 ? "" : "-" + i);
        }
        return new ElementId(name);
    }

    /// Names that Kubernetes takes are ids already; others are made so.
    static String safe(String path) {
        String safe = OTHER.matcher(path.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGE.matcher(safe).replaceAll("");
    }
}
