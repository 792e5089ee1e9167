package io.portolan.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.change.Change;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Suppression;
import io.portolan.model.policy.Origin;
import io.portolan.model.report.Locations.Place;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.Review.Failure;
import io.portolan.model.rule.Review.Suppressed;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Rules;
import io.portolan.model.rule.Severity;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ReportTest {
    private static final RuleInfo BLOCKED = info("FLW-001");
    private static final RuleInfo VLAN = info("NET-001");

    private static RuleInfo info(String id) {
        return Rules.find(id).orElseThrow().info();
    }

    private static Finding blocked() {
        return Finding.of(BLOCKED, "The flow a \"b\" is blocked.", ElementId.parse("web"))
                .withFlow("a")
                .withEvidence(
                        List.of(
                                new Evidence(
                                        "fw denies 10.1.0.1 -> 10.2.0.2:80/tcp: rest",
                                        Optional.of(new Origin.Line("fw 1.cfg", 12)))))
                .withFix(new Change.RemoveFlow("remove flow a", "a"));
    }

    private static Review review() {
        Finding vlan = Finding.of(VLAN, "VLAN 1.", ElementId.parse("v")).with(Severity.WARNING);
        Finding accepted = Finding.of(VLAN, "VLAN 4000.", ElementId.parse("w"));
        Suppression by =
                new Suppression(
                        accepted.fingerprint(),
                        "NET-001",
                        "Lab only",
                        Optional.of("Ada"),
                        LocalDate.of(2026, 12, 31));
        return new Review(
                List.of(blocked(), vlan),
                List.of(new Suppressed(accepted, by)),
                List.of(new Failure(info("CNI-001"), "NullPointerException")));
    }

    private static ReviewReport report() {
        return new ReviewReport(
                "bank",
                review(),
                finding ->
                        finding.flow().isPresent()
                                ? Optional.of(new Place("bank.portolan.yaml", 7, 3))
                                : Optional.empty());
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void theTextReportCountsGroupsAndNamesPlaces() {
        assertThat(TextReport.write(report()))
                .isEqualTo(
                        """
                        bank: 1 error, 1 warning, 0 notes, 1 suppressed

                        ERROR   FLW-001 Intended flow blocked (1)
                          bank.portolan.yaml:7  The flow a "b" is blocked.
                                                  because fw denies 10.1.0.1 -> 10.2.0.2:80/tcp: rest (fw 1.cfg:12)
                                                  quick fix: remove flow a
                                                  fingerprint %s

                        WARNING NET-001 Invalid VLAN id (1)
                          VLAN 1.
                            fingerprint %s

                        SUPPRESSED (1)
                          NET-001 %s: Lab only (until 2026-12-31)

                        RULE CNI-001 BROKE DOWN, so its findings are missing: NullPointerException
                        This is a defect of Portolan, not of the design; please report it.

                        Verdicts are for new connections; nothing is said about connections that exist already.
                        """
                                .formatted(
                                        blocked().fingerprint(),
                                        review().findings().getLast().fingerprint(),
                                        review().suppressed().getFirst().finding().fingerprint()));
    }

    @Test
    void aReviewWithoutFindingsSaysSo() {
        Review clean = new Review(List.of(), List.of(), List.of());
        assertThat(TextReport.write(new ReviewReport("bank", clean, Locations.NONE)))
                .startsWith("bank: 0 errors, 0 warnings, 0 notes\n");
    }

    @Test
    void theJsonReportHoldsEveryPartOfAFinding() {
        JsonNode root = json(JsonReport.write(report()));
        JsonNode finding = root.at("/findings/0");
        assertThat(finding.at("/fingerprint").stringValue()).isEqualTo(blocked().fingerprint());
        assertThat(finding.at("/severity").stringValue()).isEqualTo("error");
        assertThat(finding.at("/rule").stringValue()).isEqualTo("FLW-001");
        assertThat(finding.at("/message").stringValue()).isEqualTo("The flow a \"b\" is blocked.");
        assertThat(finding.at("/about/0").stringValue()).isEqualTo("web");
        assertThat(finding.at("/flow").stringValue()).isEqualTo("a");
        assertThat(finding.at("/evidence/0").stringValue()).endsWith("(fw 1.cfg:12)");
        assertThat(finding.at("/fix").stringValue()).isEqualTo("remove flow a");
        assertThat(finding.at("/location/line").intValue()).isEqualTo(7);
        assertThat(root.at("/findings/1").has("flow")).isFalse();
        assertThat(root.at("/suppressed/0/reason").stringValue()).isEqualTo("Lab only");
        assertThat(root.at("/failures/0/rule").stringValue()).isEqualTo("CNI-001");
    }

    @Test
    void theSameReviewGivesTheSameBytes() {
        assertThat(JsonReport.write(report()))
                .isEqualTo(JsonReport.write(report()))
                .endsWith("}\n");
        assertThat(SarifReport.write(report()))
                .isEqualTo(SarifReport.write(report()))
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void theSarifLogHasOneRunOfTheStandardsVersion() {
        JsonNode log = json(SarifReport.write(report()));
        assertThat(log.at("/version").stringValue()).isEqualTo("2.1.0");
        assertThat(log.at("/$schema").stringValue()).endsWith("sarif-schema-2.1.0.json");
        assertThat(log.at("/runs")).hasSize(1);
        assertThat(log.at("/runs/0/tool/driver/name").stringValue()).isEqualTo("Portolan");
        assertThat(log.at("/runs/0/invocations/0/executionSuccessful").booleanValue()).isFalse();
        assertThat(log.at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text"))
                .hasToString("\"Rule CNI-001 broke down: NullPointerException\"");
    }

    @Test
    void sarifRulesHaveHelpAndResultsPointAtThem() {
        JsonNode run = json(SarifReport.write(report())).at("/runs/0");
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules).hasSize(Rules.all().size());
        for (JsonNode result : run.at("/results")) {
            JsonNode rule = rules.get(result.at("/ruleIndex").intValue());
            assertThat(rule.at("/id")).isEqualTo(result.at("/ruleId"));
            assertThat(rule.at("/help/markdown").stringValue()).contains("## How to fix");
        }
    }

    @Test
    void sarifResultsHaveLevelPlaceFingerprintAndRelatedLines() {
        JsonNode result = json(SarifReport.write(report())).at("/runs/0/results/0");
        assertThat(result.at("/level").stringValue()).isEqualTo("error");
        JsonNode physical = result.at("/locations/0/physicalLocation");
        assertThat(physical.at("/artifactLocation/uri").stringValue())
                .isEqualTo("bank.portolan.yaml");
        assertThat(physical.at("/region/startLine").intValue()).isEqualTo(7);
        assertThat(physical.at("/region/startColumn").intValue()).isEqualTo(3);
        assertThat(result.at("/locations/0/logicalLocations/0/name").stringValue())
                .isEqualTo("web");
        assertThat(result.at("/partialFingerprints/portolan~1v1").stringValue())
                .isEqualTo(blocked().fingerprint());
        assertThat(
                        result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                                .stringValue())
                .isEqualTo("fw%201.cfg");
    }

    @Test
    void acceptedFindingsAreSuppressedInSarifWithTheReason() {
        JsonNode results = json(SarifReport.write(report())).at("/runs/0/results");
        assertThat(results).hasSize(3);
        JsonNode accepted = results.get(2).at("/suppressions/0");
        assertThat(accepted.at("/kind").stringValue()).isEqualTo("inSource");
        assertThat(accepted.at("/status").stringValue()).isEqualTo("accepted");
        assertThat(accepted.at("/justification").stringValue())
                .isEqualTo("Lab only (until 2026-12-31)");
        assertThat(results.get(0).at("/suppressions")).isEmpty();
    }

    /// The keys that the schema of SARIF 2.1.0 requires, and no others than it knows, for the
    /// objects that we write (it forbids unknown ones).
    @Test
    void theSarifLogHasOnlyKeysOfTheStandard() {
        JsonNode log = json(SarifReport.write(report()));
        JsonNode run = log.at("/runs/0");
        assertThat(keys(log)).containsExactlyInAnyOrder("$schema", "version", "runs");
        assertThat(keys(run)).isSubsetOf("tool", "invocations", "columnKind", "results");
        assertThat(run.at("/columnKind").stringValue()).isEqualTo("utf16CodeUnits");
        assertThat(keys(run.at("/tool/driver/rules/0")))
                .isSubsetOf("id", "shortDescription", "help", "defaultConfiguration", "properties");
        for (JsonNode result : run.at("/results")) {
            assertThat(keys(result))
                    .contains("message")
                    .isSubsetOf(
                            "ruleId",
                            "ruleIndex",
                            "level",
                            "message",
                            "locations",
                            "relatedLocations",
                            "partialFingerprints",
                            "suppressions");
            assertThat(keys(result.at("/locations/0")))
                    .isSubsetOf("id", "physicalLocation", "logicalLocations", "message");
        }
    }

    private static Set<String> keys(JsonNode node) {
        return new HashSet<>(node.propertyNames());
    }
}
