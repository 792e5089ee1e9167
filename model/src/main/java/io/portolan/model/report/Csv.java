package io.portolan.model.report;

/// Comma separated values as RFC 4180 writes them.
final class Csv {
    private Csv() {}

    static String field(String text) {
        return text.matches("[^\",\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
