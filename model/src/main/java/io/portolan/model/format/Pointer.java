package io.portolan.model.format;

import java.util.List;
import java.util.stream.Stream;

/// JSON pointers (RFC 6901): `/elements/team~1web/ports/0`.
final class Pointer {
    private Pointer() {}

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String of(String... names) {
        StringBuilder text = new StringBuilder();
        Stream.of(names).forEach(name -> text.append('/').append(escape(name)));
        return text.toString();
    }

    static List<String> names(String pointer) {
        return Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
