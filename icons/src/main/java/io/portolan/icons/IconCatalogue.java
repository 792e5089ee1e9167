package io.portolan.icons;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// All icons, by name: those of the kinds (`cloudNetwork`) and those of the actions (`undo`). No
/// name is used twice. Icons are read when first asked for.
public final class IconCatalogue {
    private static final List<String> FILES = IconFile.index();
    private static final ConcurrentMap<String, Icon> READ = new ConcurrentHashMap<>();

    private IconCatalogue() {}

    /// The icon of that name.
    public static Optional<Icon> find(String name) {
        return FILES.stream()
                .filter(f -> nameOf(f).equals(name))
                .findFirst()
                .map(f -> READ.computeIfAbsent(f, IconCatalogue::read));
    }

    /// The names of the icons of kinds.
    public static List<String> kinds() {
        return namesIn("kind/");
    }

    /// The names of the icons of actions.
    public static List<String> actions() {
        return namesIn("action/");
    }

    private static List<String> namesIn(String folder) {
        return FILES.stream().filter(f -> f.startsWith(folder)).map(IconCatalogue::nameOf).toList();
    }

    private static Icon read(String file) {
        return new Icon(nameOf(file), IconFile.paths(IconFile.text(file + ".svg")));
    }

    private static String nameOf(String file) {
        return file.substring(file.indexOf('/') + 1);
    }
}
