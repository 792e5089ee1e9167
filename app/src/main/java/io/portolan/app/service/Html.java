package io.portolan.app.service;

/// Builds HTML text; everything that comes from a design goes through `text`.
final class Html {
    private final StringBuilder out = new StringBuilder();

    /// Escapes for element content and quoted attributes.
    static String escape(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /// Markup of our own, as it is.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// `<tag class="style">text</tag>` with the text escaped.
    Html element(String tag, String style, String text) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(escape(text)).append("</").append(tag).append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
