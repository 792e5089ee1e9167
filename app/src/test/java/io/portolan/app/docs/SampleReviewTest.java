package io.portolan.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.service.Analysis;
import io.portolan.model.design.Design;
import io.portolan.model.format.DesignReader;
import io.portolan.model.reach.Verdict;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// The samples show the findings that their pages explain, and no others.
class SampleReviewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void theFindingsOfTheHybridBankAreThoseOnPurpose() {
        assertThat(findings("hybrid-bank"))
                .containsExactlyInAnyOrder(
                        "FLW-001 error FLOW-0031",
                        "FLW-001 warning FLOW-0011",
                        "GWY-012 warning FLOW-0001");
    }

    @Test
    void theFindingsOfTheBoutiqueAreThoseOnPurpose() {
        assertThat(findings("boutique"))
                .containsExactlyInAnyOrder(
                        "FLW-001 error checkout-mail", "FLW-009 warning catalogue-stock");
    }

    @Test
    void theFirstStepsHaveNoFindings() {
        assertThat(findings("first-steps")).isEmpty();
    }

    @Test
    void everyFindingIsExplainedOnThePageOfItsSample() {
        for (Sample sample : SampleCatalogue.all()) {
            String page = SampleCatalogue.text(sample, sample.page());
            assertThat(findings(sample.name()))
                    .allSatisfy(f -> assertThat(page).contains(f.substring(0, f.indexOf(' '))));
        }
    }

    @Test
    void theMainframeIsDeniedAtTheFirewallAndTheLedgerIsNotDefined() {
        Analysis analysis = analyse("hybrid-bank");

        assertThat(analysis.verdicts().get("FLOW-0031")).isInstanceOf(Verdict.Denied.class);
        assertThat(analysis.verdicts().get("FLOW-0011")).isInstanceOf(Verdict.Undefined.class);
        assertThat(analysis.verdicts().get("FLOW-0001")).isInstanceOf(Verdict.Allowed.class);
    }

    private static List<String> findings(String sample) {
        return analyse(sample).review().findings().stream()
                .map(f ->
                        "%s %s %s"
                                .formatted(
                                        f.rule().id(),
                                        f.severity().name().toLowerCase(Locale.ROOT),
                                        f.flow().orElse("")))
                .toList();
    }

    private static Analysis analyse(String name) {
        Sample sample = SampleCatalogue.find(name).orElseThrow();
        Design design =
                DesignReader.read(SampleCatalogue.text(sample, sample.designFile()))
                        .design()
                        .orElseThrow();
        return Analysis.of(design, DAY);
    }
}
