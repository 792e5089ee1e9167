package io.portolan.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Governance;
import io.portolan.model.design.Suppression;
import io.portolan.model.rule.Finding.Evidence;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

class RuleRunnerTest {
    private static final ElementId WEB = ElementId.parse("web");
    private static final ElementId API = ElementId.parse("api");

    /// A rule that always says the same.
    private record Saying(RuleInfo info, List<Finding> findings) implements DesignRule {
        @Override
        public Stream<Finding> check(RuleContext context) {
            return findings.stream();
        }
    }

    private record Breaking(RuleInfo info) implements DesignRule {
        @Override
        public Stream<Finding> check(RuleContext context) {
            throw new IllegalStateException("no interface eth9");
        }
    }

    private static RuleInfo info(String id, Severity severity) {
        return new RuleInfo(id, "Title of " + id, severity);
    }

    private static DesignRule saying(String id, Severity severity, ElementId... about) {
        RuleInfo info = info(id, severity);
        return new Saying(
                info, Stream.of(about).map(e -> Finding.of(info, "About " + e + ".", e)).toList());
    }

    private static Review review(Governance governance, DesignRule... rules) {
        Design design = Design.EMPTY.with(governance);
        return RuleRunner.run(List.of(rules), RuleLab.context(design));
    }

    @Test
    void findingsStandBySeverityThenRuleThenSubject() {
        Review review =
                review(
                        Governance.NOTHING,
                        saying("NET-001", Severity.WARNING, API),
                        saying("SEG-001", Severity.ERROR, WEB, API),
                        saying("IPM-001", Severity.ERROR, WEB));
        assertThat(review.findings())
                .extracting(f -> f.rule().id() + " " + f.about().getFirst())
                .containsExactly("IPM-001 web", "SEG-001 api", "SEG-001 web", "NET-001 api");
    }

    @Test
    void theDesignSetsSeveritiesAndSwitchesRulesOff() {
        Governance governance =
                new Governance(List.of(), Map.of("NET-001", "off", "SEG-001", "info"), List.of());
        Review review =
                review(
                        governance,
                        saying("NET-001", Severity.ERROR, WEB),
                        saying("SEG-001", Severity.ERROR, WEB));
        assertThat(review.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(review.blocks()).isFalse();
    }

    @Test
    void aRuleThatBreaksDownIsReportedAndTheOthersAreAsked() {
        Review review =
                review(
                        Governance.NOTHING,
                        new Breaking(info("CNI-001", Severity.ERROR)),
                        saying("NET-001", Severity.INFO, WEB));
        assertThat(review.findings()).hasSize(1);
        assertThat(review.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.rule().id()).isEqualTo("CNI-001"))
                .satisfies(f -> assertThat(f.problem()).contains("no interface eth9"));
        assertThat(review.blocks()).isTrue();
    }

    private static Review accepted(LocalDate until) {
        DesignRule rule = saying("NET-001", Severity.ERROR, WEB);
        String fingerprint =
                rule.check(RuleLab.context(Design.EMPTY)).findFirst().orElseThrow().fingerprint();
        Suppression suppression =
                new Suppression(fingerprint, "NET-001", "Gone in May", Optional.empty(), until);
        return review(new Governance(List.of(), Map.of(), List.of(suppression)), rule);
    }

    @Test
    void anAcceptedFindingIsApartUpToItsLastDay() {
        Review review = accepted(RuleLab.TODAY);
        assertThat(review.findings()).isEmpty();
        assertThat(review.suppressed())
                .singleElement()
                .satisfies(s -> assertThat(s.by().reason()).isEqualTo("Gone in May"));
    }

    @Test
    void anAcceptanceThatExpiredHoldsNoMore() {
        Review review = accepted(RuleLab.TODAY.minusDays(1));
        assertThat(review.findings()).hasSize(1);
        assertThat(review.suppressed()).isEmpty();
    }

    private static DesignRule showing(String id, String... hops) {
        RuleInfo info = info(id, Severity.ERROR);
        List<Evidence> evidence =
                Stream.of(hops).map(hop -> new Evidence(hop, Optional.empty())).toList();
        return new Saying(
                info, List.of(Finding.of(info, "Said.", WEB).withFlow("f").withEvidence(evidence)));
    }

    @Test
    void aDefectThatASpecialRuleShowsIsNotRepeatedByAGeneralOne() {
        Review review =
                review(
                        Governance.NOTHING,
                        showing("FLW-001", "fw denies a"),
                        showing("CNI-007", "fw denies a", "fw denies b"));
        assertThat(review.findings()).extracting(f -> f.rule().id()).containsExactly("CNI-007");
    }

    @Test
    void aGeneralFindingStaysWhenItShowsMore() {
        Review review =
                review(
                        Governance.NOTHING,
                        showing("FLW-001", "fw denies a", "netpol denies a"),
                        showing("CNI-007", "fw denies a"));
        assertThat(review.findings())
                .extracting(f -> f.rule().id())
                .containsExactly("CNI-007", "FLW-001");
    }

    @Test
    void aSwitchedOffSpecialRuleHidesNothing() {
        Governance governance = new Governance(List.of(), Map.of("CNI-007", "off"), List.of());
        Review review =
                review(
                        governance,
                        showing("FLW-001", "fw denies a"),
                        showing("CNI-007", "fw denies a"));
        assertThat(review.findings()).extracting(f -> f.rule().id()).containsExactly("FLW-001");
    }

    @Test
    void fingerprintsDoNotDependOnTheMessage() {
        RuleInfo info = info("NET-001", Severity.ERROR);
        Finding first = Finding.of(info, "Said so.", WEB).withWitness("tcp 80");
        Finding second = Finding.of(info, "Said otherwise.", WEB).withWitness("tcp 80");
        assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
        assertThat(first.withWitness("tcp 81").fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(first.withFlow("f").fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void aReviewThatNobodyWaitsForStops() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> review(Governance.NOTHING, saying("IPM-001", Severity.ERROR)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
