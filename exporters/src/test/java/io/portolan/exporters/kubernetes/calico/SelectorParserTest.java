package io.portolan.exporters.kubernetes.calico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.format.YamlNode;
import io.portolan.model.format.YamlReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/// The selector language: every selector is asked about an endpoint with the labels `a: x1` and
/// `b/c.d-e: y`.
final class SelectorParserTest {
    private static final Map<String, String> LABELS = Map.of("a", "x1", "b/c.d-e", "y");

    private static Part written(String selector) {
        return new Part(
                YamlReader.readAll("\"" + selector.replace("\"", "\\\"") + "\"").getFirst());
    }

    private static boolean holds(String selector) {
        return !new LabelIndex<>(List.of(LABELS), labels -> labels)
                .selected(SelectorParser.parse(written(selector)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "all()",
                "a == 'x1'",
                "a==\"x1\"",
                "a != 'x2'",
                "nothere != 'x'",
                "a in {'x0', 'x1'}",
                "a in{'x1',}",
                "a not in {'x0'}",
                "a notin {'x0'}",
                "nothere not in {'x'}",
                "a not in {}",
                "has(a)",
                "has( b/c.d-e )",
                "!has(nothere)",
                "!!has(a)",
                "a contains 'x'",
                "a starts with 'x'",
                "a startswith 'x'",
                "a ends with '1'",
                "global()",
                "has(nothere) || has(a) && a == 'x1'",
                "(has(nothere) || has(a)) && a == 'x1'",
                "!(has(a) && has(nothere))",
                "! a == 'x2'"
            })
    void holdsForTheEndpoint(String selector) {
        assertThat(holds(selector)).as(selector).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!all()",
                "a == 'x2'",
                "a != 'x1'",
                "nothere == ''",
                "a in {}",
                "a in {'x0'}",
                "a not in {'x1'}",
                "has(nothere)",
                "nothere contains ''",
                "a contains 'y'",
                "a starts with '1'",
                "a ends with 'x'",
                "has(nothere) && has(a) || has(alsonot)",
                "!has(a) || has(nothere)"
            })
    void failsForTheEndpoint(String selector) {
        assertThat(holds(selector)).as(selector).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "a = 'x' # column 3",
                "a == x # a value in quotes where it has x at column 6",
                "a == # a value in quotes where it has its end",
                "a == 'x # column 6",
                "a in ('x') # needs {",
                "a in {'x' # needs }",
                "a is 'x' # an operator",
                "a 'in' {'x'} # an operator",
                "a starts 'x' # needs with",
                "a not 'x' # needs in",
                "has(a # needs )",
                "has() # needs a label",
                "any() # needs has(), all() or global()",
                "(has(a) # needs )",
                "has(a) has(b) # needs && or ||",
                "has(a) && # needs a label, has(), all() or global()",
                "has(a) & has(b) # column 8"
            })
    void whatIsNoSelectorIsRefused(String selector, String why) {
        assertThatThrownBy(() -> holds(selector))
                .isInstanceOf(Part.Unfit.class)
                .hasMessageContaining(selector.strip())
                .hasMessageContaining(why);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> holds("(".repeat(10_000) + "all()"))
                .isInstanceOf(Part.Unfit.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void refusalKnowsItsLine() {
        Part part =
                new Part(
                        ((YamlNode.Mapping)
                                        YamlReader.readAll("a: 1\nselector: a = 'x'\n").getFirst())
                                .find("selector")
                                .orElseThrow());
        assertThatThrownBy(() -> SelectorParser.parse(part))
                .isInstanceOfSatisfying(
                        Part.Unfit.class, e -> assertThat(e.at().line()).isEqualTo(2));
    }
}
