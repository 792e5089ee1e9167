package io.portolan.model.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds elements by words: `kind:workload in:east owner:"Card team" pay*`. All terms must hold;
/// `*` stands for anything. A term without a key is part of the name or the id. No term finds
/// everything.
public record ElementFilter(List<Term> terms) {
    public static final ElementFilter EVERYTHING = new ElementFilter(List.of());

    private static final Pattern TERM = Pattern.compile("(?:(\\w+):)?(?:\"([^\"]*)\"|(\\S+))");

    public ElementFilter {
        terms = List.copyOf(terms);
    }

    /// One condition; `text` is in lower case.
    public record Term(Key key, String text) {}

    /// What a condition is about.
    public enum Key {
        NAME,
        KIND,
        /// Own or that of the innermost container that has one, as the next two.
        OWNER,
        ENV,
        ZONE,
        /// A container at any depth, by name or id; it belongs to its inside.
        IN
    }

    /// Reads a filter.
    ///
    /// @throws IllegalArgumentException if a key is not known
    public static ElementFilter parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher found = TERM.matcher(text);
        while (found.find()) {
            String value = Optional.ofNullable(found.group(2)).orElse(found.group(3));
            Key key = Optional.ofNullable(found.group(1)).map(ElementFilter::key).orElse(Key.NAME);
            terms.add(new Term(key, value.toLowerCase(Locale.ROOT)));
        }
        return new ElementFilter(terms);
    }

    /// Finds by name alone, whatever the text is.
    public static ElementFilter named(String text) {
        return new ElementFilter(
                List.of(new Term(Key.NAME, text.strip().toLowerCase(Locale.ROOT))));
    }

    private static Key key(String text) {
        return Arrays.stream(Key.values())
                .filter(k -> k.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "A filter has no key (%s). Use one of: %s."
                                        .formatted(text, keys())));
    }

    private static String keys() {
        return Arrays.stream(Key.values())
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /// Whether the element is one of those.
    public boolean finds(Design design, Element element) {
        return terms.stream().allMatch(term -> holds(term, design, element));
    }

    private static boolean holds(Term term, Design design, Element element) {
        return switch (term.key()) {
            case NAME -> names(element).anyMatch(n -> contains(term.text(), n));
            case KIND -> kinds(element).anyMatch(k -> is(term.text(), k));
            case OWNER -> owner(design, element).anyMatch(o -> is(term.text(), o));
            case ENV ->
                    design.environmentOf(element.id()).filter(e -> is(term.text(), e)).isPresent();
            case ZONE ->
                    design.trustZoneOf(element.id()).filter(z -> is(term.text(), z)).isPresent();
            case IN ->
                    around(design, element)
                            .flatMap(ElementFilter::names)
                            .anyMatch(n -> is(term.text(), n));
        };
    }

    private static Stream<String> names(Element element) {
        return Stream.of(element.label(), element.id().value());
    }

    private static Stream<String> kinds(Element element) {
        return Stream.of(Kinds.nameOf(element.getClass()), Kinds.titleOf(element.getClass()));
    }

    private static Stream<Element> around(Design design, Element element) {
        return Stream.concat(Stream.of(element), design.ancestors(element.id()).stream());
    }

    private static Stream<String> owner(Design design, Element element) {
        return around(design, element).flatMap(e -> e.about().owner().stream()).limit(1);
    }

    private static boolean contains(String wanted, String value) {
        return wanted.indexOf('*') >= 0
                ? is(wanted, value)
                : value.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// Equal but for case, with `*` for anything.
    private static boolean is(String wanted, String value) {
        String form =
                Arrays.stream(wanted.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return value.toLowerCase(Locale.ROOT).matches(form);
    }
}
