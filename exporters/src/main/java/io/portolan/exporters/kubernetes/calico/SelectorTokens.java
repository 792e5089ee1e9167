package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a selector into its words.
final class SelectorTokens {
    /// A quoted text has no escapes; label keys may hold `/`, `.`, `_` and `-`.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?:(?<word>[a-zA-Z0-9_./-]+)|'(?<single>[^']*)'|\"(?<double>[^\"]*)\""
                            + "|(?<sign>==|!=|&&|\\|\\||[!(){},]))[ \\t]*");

    private SelectorTokens() {}

    static List<SelectorToken> of(Part part, String text) {
        List<SelectorToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int next = text.length() - text.stripLeading().length();
        while (next < text.length()) {
            if (!matcher.region(next, text.length()).lookingAt()) {
                throw new Part.Unfit(
                        part,
                        "The selector (%s) cannot be read from column %d on."
                                .formatted(text, next + 1));
            }
            tokens.add(token(matcher));
            next = matcher.end();
        }
        tokens.add(new SelectorToken(SelectorToken.Kind.END, "", next + 1));
        return tokens;
    }

    private static SelectorToken token(Matcher matcher) {
        if (matcher.group("word") != null) {
            return token(matcher, SelectorToken.Kind.WORD, "word");
        }
        if (matcher.group("sign") != null) {
            return token(matcher, SelectorToken.Kind.SIGN, "sign");
        }
        return token(
                matcher,
                SelectorToken.Kind.STRING,
                matcher.group("single") != null ? "single" : "double");
    }

    private static SelectorToken token(Matcher matcher, SelectorToken.Kind kind, String group) {
        return new SelectorToken(kind, matcher.group(group), matcher.start(group) + 1);
    }
}
