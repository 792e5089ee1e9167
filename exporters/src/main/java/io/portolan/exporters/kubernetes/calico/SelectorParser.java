package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Reads a selector: `!` binds closest, then `&&`, then `||`.
final class SelectorParser {
    /// Deep enough for every selector that people write, and for none that is written to overflow.
    private static final int DEEPEST = 100;

    private final Part part;
    private final String text;
    private final List<SelectorToken> tokens;
    private int next;
    private int depth;

    private SelectorParser(Part part) {
        this.part = part;
        this.text = part.text("");
        this.tokens = SelectorTokens.of(part, text);
    }

    /// The selector that is written there; nothing written selects all.
    ///
    /// @throws Part.Unfit if it is no selector
    static Selector parse(Part part) {
        SelectorParser parser = new SelectorParser(part);
        if (parser.peek().kind() == SelectorToken.Kind.END) {
            return new Selector.All();
        }
        Selector selector = parser.either();
        if (parser.peek().kind() != SelectorToken.Kind.END) {
            throw parser.unexpected("&& or ||");
        }
        return selector;
    }

    private Selector either() {
        if (++depth > DEEPEST) {
            throw new Part.Unfit(part, "The selector is nested too deeply. Write it flatter.");
        }
        List<Selector> terms = new ArrayList<>(List.of(both()));
        while (skip("||")) {
            terms.add(both());
        }
        depth--;
        return terms.size() == 1 ? terms.getFirst() : new Selector.Or(terms);
    }

    private Selector both() {
        List<Selector> terms = new ArrayList<>(List.of(operation()));
        while (skip("&&")) {
            terms.add(operation());
        }
        return terms.size() == 1 ? terms.getFirst() : new Selector.And(terms);
    }

    private Selector operation() {
        boolean negated = false;
        while (skip("!")) {
            negated = !negated;
        }
        Selector term = term();
        return negated ? new Selector.Not(term) : term;
    }

    private Selector term() {
        if (skip("(")) {
            Selector inner = either();
            expect(")");
            return inner;
        }
        SelectorToken word = take();
        if (word.kind() != SelectorToken.Kind.WORD) {
            next--;
            throw unexpected("a label, has(), all() or global()");
        }
        return peek().isSign("(") ? call(word) : comparison(word.text());
    }

    private Selector call(SelectorToken function) {
        expect("(");
        Selector selector =
                switch (function.text()) {
                    case "all" -> new Selector.All();
                    case "global" -> new Selector.Global();
                    case "has" -> new Selector.Label(key(), new Text.Present());
                    default -> {
                        next -= 2;
                        throw unexpected("has(), all() or global()");
                    }
                };
        expect(")");
        return selector;
    }

    private String key() {
        SelectorToken key = take();
        if (key.kind() != SelectorToken.Kind.WORD) {
            next--;
            throw unexpected("a label");
        }
        return key.text();
    }

    private Selector comparison(String key) {
        if (skip("==")) {
            return new Selector.Label(key, new Text.Exact(value()));
        }
        if (skip("!=")) {
            return new Selector.Not(new Selector.Label(key, new Text.Exact(value())));
        }
        return switch (operator()) {
            case "in" -> new Selector.Label(key, values());
            case "not in" -> new Selector.Not(new Selector.Label(key, values()));
            case "contains" -> new Selector.Label(key, new Text.Contains(value()));
            case "starts with" -> new Selector.Label(key, new Text.Prefix(value()));
            case "ends with" -> new Selector.Label(key, new Text.Suffix(value()));
            default -> {
                next--;
                throw unexpected("an operator (==, !=, in, not in, contains, starts with ...)");
            }
        };
    }

    /// Operators of two words may be written as one.
    private String operator() {
        SelectorToken first = take();
        if (first.kind() != SelectorToken.Kind.WORD) {
            return "";
        }
        return switch (first.text()) {
            case "notin" -> "not in";
            case "startswith" -> "starts with";
            case "endswith" -> "ends with";
            case "not" -> "not " + word("in");
            case "starts", "ends" -> first.text() + " " + word("with");
            default -> first.text();
        };
    }

    private Text values() {
        expect("{");
        TreeSet<String> values = new TreeSet<>();
        while (peek().kind() == SelectorToken.Kind.STRING) {
            values.add(value());
            if (!skip(",")) {
                break;
            }
        }
        expect("}");
        return new Text.OneOf(values);
    }

    private String value() {
        SelectorToken value = take();
        if (value.kind() != SelectorToken.Kind.STRING) {
            next--;
            throw unexpected("a value in quotes");
        }
        return value.text();
    }

    private String word(String word) {
        if (!peek().isWord(word)) {
            throw unexpected(word);
        }
        return take().text();
    }

    private void expect(String sign) {
        if (!skip(sign)) {
            throw unexpected(sign);
        }
    }

    private boolean skip(String sign) {
        boolean here = peek().isSign(sign);
        if (here) {
            next++;
        }
        return here;
    }

    private SelectorToken peek() {
        return tokens.get(next);
    }

    /// The end is never passed: taken, it is still there.
    private SelectorToken take() {
        SelectorToken token = peek();
        next++;
        return token;
    }

    private Part.Unfit unexpected(String wanted) {
        return new Part.Unfit(
                part,
                "The selector (%s) needs %s where it has %s."
                        .formatted(text, wanted, peek().words()));
    }
}
