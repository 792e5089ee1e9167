package io.portolan.exporters.kubernetes.calico;

/// One word of a selector, with the column (from one) at which it begins.
record SelectorToken(Kind kind, String text, int column) {
    enum Kind {
        WORD,
        STRING,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /// How a message calls it.
    String words() {
        return kind == Kind.END ? "its end" : "%s at column %d".formatted(text, column);
    }
}
