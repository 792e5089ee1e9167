package io.portolan.model.report;

/// Comma separated values as RFC 4180 writes them.
final class Csv {
    private Csv() {}

    static String field(String text) {
        return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String text) {
        return text.indexOf('"') < 0
                && text.indexOf(',') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
    }
}
