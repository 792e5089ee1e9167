package io.portolan.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Intent;
import io.portolan.model.policy.Origin;
import io.portolan.model.reach.Explanation;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.builtin.remedy.Advice;
import io.portolan.model.rule.builtin.remedy.Remedy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class TraceTextTest {
    private static final String SEEN = "10.20.1.11 -> 10.30.6.20:1414/tcp";

    private final Hop egress =
            new Hop(
                    "east egress",
                    "east",
                    Outcome.ALLOW,
                    "allow-api-legacy",
                    Optional.of(new Origin.Line("np.yaml", 12)),
                    SEEN);
    private final Hop asa =
            new Hop("asa1 k8s_in", "asa1", Outcome.DENY, "end of list", Optional.empty(), SEEN);
    private final TraceText trace =
            new TraceText(
                    "api -> zos1, tcp 1414",
                    new Explained(
                            new Explanation(
                                    new Verdict.Denied(List.of(egress, asa), asa),
                                    new Explanation.Witness("api", "zos1", 1414, 4, 1),
                                    List.of("mesh policies: none governs zos1")),
                            Intent.ALLOW,
                            new Advice(
                                    List.of(new Remedy(asa, "permit it", Optional.empty())),
                                    Optional.empty())));

    @Test
    void everyStageIsALineAndTheDecidingOneIsMarked() {
        assertThat(trace.text())
                .isEqualTo(
                        """
                        api -> zos1, tcp 1414
                        Denied at asa1: end of list

                          east egress  allows        allow-api-legacy (np.yaml:12)  [10.20.1.11 -> 10.30.6.20:1414/tcp]
                        > asa1 k8s_in  denies        end of list  [10.20.1.11 -> 10.30.6.20:1414/tcp]

                        Not in scope:
                          mesh policies: none governs zos1

                        To let it pass, add:
                          at asa1 k8s_in: permit it

                        Shown for api to zos1, one of 4 pairs of ends that were asked about together.

                        This holds for new connections.
                        """);
    }

    @Test
    void programsGetTheSameStages() {
        assertThat(trace.json())
                .contains(
                        "\"verdict\" : \"DENY\"",
                        "\"origin\" : \"np.yaml:12\"",
                        "\"decides\" : true",
                        "\"remedy\" : \"permit it\"",
                        "\"pairs\" : 4",
                        "\"notInScope\"",
                        "\"mesh policies: none governs zos1\"");
    }
}
