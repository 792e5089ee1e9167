package io.portolan.app.ui.export;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours one line of a configuration file: comments, keys, texts, numbers and addresses, words of
/// consequence. Good enough for every language we write, since each is read line by line.
final class Highlighter {
    private static final Pattern TOKENS =
            Pattern.compile(
                    "(?<comment>^\\s*[#!].*|\\s#\\s.*)"
                            + "|(?<key>^\\s*(?:- )?[A-Za-z0-9_./-]+(?=:( |$)))"
                            + "|(?<text>\"[^\"]*\"|'[^']*')"
                            + "|(?<number>\\b[0-9][0-9a-fA-F.:/]*\\b)"
                            + "|(?<word>\\b(?:permit|deny|accept|drop|reject|allow|ALLOW|DENY"
                            + "|STRICT|PERMISSIVE|access-list|object|object-group|table|chain"
                            + "|extended|tcp|udp|ip|any|host|eq|ct|state|policy)\\b)");

    private Highlighter() {}

    static StyleSpans<Collection<String>> spans(String line) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher matcher = TOKENS.matcher(line);
        int end = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - end);
            spans.add(List.of(style(matcher)), matcher.end() - matcher.start());
            end = matcher.end();
        }
        spans.add(List.of(), line.length() - end);
        return spans.create();
    }

    /// The style class of the token that was found.
    static String style(Matcher matcher) {
        for (String group : List.of("comment", "key", "text", "number", "word")) {
            if (matcher.group(group) != null) {
                return "code-" + group;
            }
        }
        throw new IllegalStateException("every token is in a group");
    }
}
