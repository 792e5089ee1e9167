package io.portolan.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Design;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/// What every rule must keep, whoever writes it.
class RuleContractTest {
    static Stream<String> ids() {
        return Rules.all().stream().map(rule -> rule.info().id());
    }

    private static DesignRule rule(String id) {
        return Rules.find(id).orElseThrow();
    }

    @Test
    void everyIdStandsForOneRule() {
        assertThat(ids()).doesNotHaveDuplicates().isSorted().hasSizeGreaterThanOrEqualTo(32);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theClassIsFinalHiddenAndHasNoState(String id) {
        Class<?> type = rule(id).getClass();
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(type.getModifiers())).isFalse();
        assertThat(Stream.of(type.getDeclaredFields()))
                .allMatch(field -> Modifier.isStatic(field.getModifiers()))
                .allMatch(field -> Modifier.isFinal(field.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void thePageHasTheTitleAndAllParts(String id) {
        RuleInfo info = rule(id).info();
        assertThat(RulePage.of(id).text())
                .startsWith("# %s %s%n".formatted(info.id(), info.title()))
                .contains("## What it checks\n", "## Why\n", "## How to fix\n")
                .contains("\nSource: ")
                .endsWith("```\n");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theBadDesignOfThePageIsFoundOnce(String id) {
        List<Finding> found = RuleLab.findings(id, RulePage.of(id).bad());
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().rule()).isEqualTo(rule(id).info());
        assertThat(found.getFirst().message()).matches("(?s).*[.?]").doesNotContain("Optional");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theGoodDesignOfThePageIsNotFound(String id) {
        assertThat(RuleLab.findings(id, RulePage.of(id).good())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theFindingOfThePageStaysInTheReview(String id) {
        Review review = RuleLab.review(RulePage.of(id).bad());
        assertThat(review.failures()).isEmpty();
        assertThat(review.findings()).extracting(f -> f.rule().id()).contains(id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aQuickFixRepairsWhatWasFound(String id) {
        Design bad = RulePage.of(id).bad();
        Finding found = RuleLab.findings(id, bad).getFirst();
        found.fix()
                .ifPresent(fix ->
                        assertThat(RuleLab.findings(id, fix.applyTo(bad)))
                                .extracting(Finding::fingerprint)
                                .doesNotContain(found.fingerprint()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anEmptyDesignHasNothingWrong(String id) {
        assertThat(RuleLab.findings(id, Design.EMPTY)).isEmpty();
    }
}
