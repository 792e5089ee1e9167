package io.portolan.exporters.manifest;

import java.util.ArrayList;
import java.util.List;

/// The documents of a YAML text, each behind as many empty lines as stand before it, so that lines
/// keep their numbers.
final class Documents {
    private Documents() {}

    static List<String> of(String text) {
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        int line = 0;
        for (String content : text.split("\n", -1)) {
            if (isBorder(content)) {
                documents.add(document.toString());
                document = new StringBuilder("\n".repeat(line + 1));
            } else {
                document.append(content).append('\n');
            }
            line++;
        }
        documents.add(document.toString());
        return documents;
    }

    private static boolean isBorder(String line) {
        return line.equals("---") || line.startsWith("--- ") || line.startsWith("---\r");
    }
}
