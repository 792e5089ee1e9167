package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.service.FlowVerdicts;
import io.portolan.app.ui.shell.SampleDesigns;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Verdict;
import io.portolan.samples.SampleCatalogue;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class FlowMarkTest {
    private static final Design BANK =
            SampleDesigns.read(SampleCatalogue.find("hybrid-bank").orElseThrow());

    private static Optional<ElementId> decider(String flow) {
        Verdict verdict = FlowVerdicts.of(BANK).verdicts().get(flow);
        return FlowMark.of(
                        BANK,
                        Optional.ofNullable(BANK.flows().get(flow)).orElseThrow(),
                        Optional.ofNullable(verdict).orElseThrow())
                .decider();
    }

    @Test
    void aPodPolicyDecidesAtThePodThatItGoverns() {
        assertThat(decider("FLOW-0023")).contains(ElementId.parse("edge-gw"));
    }

    @Test
    void aFirewallDecidesWhereItStands() {
        assertThat(decider("FLOW-0031")).contains(ElementId.parse("asa-edge"));
    }
}
