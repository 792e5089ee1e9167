package io.portolan.app.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.findings.Repair;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Finding;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class TraceViewModelTest {
    private final EditorModel model = Desk.bank();
    private final TraceViewModel trace = new TraceViewModel(model, Desk.background());

    @Test
    void withoutAFlowThereIsNoTrace() {
        assertThat(trace.trace().get()).isEmpty();
    }

    @Test
    void aDeniedFlowHasOneDecidingCardAndNothingIsReachedBehindIt() {
        List<HopCard.Role> roles = roles(Verdict.Denied.class);
        assertThat(roles).filteredOn(HopCard.Role.DECIDING::equals).hasSize(1);
        int deciding = roles.indexOf(HopCard.Role.DECIDING);
        assertThat(roles.subList(0, deciding)).allMatch(HopCard.Role.PASSED::equals);
        assertThat(roles.subList(deciding + 1, roles.size()))
                .isNotEmpty()
                .containsOnly(HopCard.Role.NOT_REACHED);
    }

    @Test
    void anAllowedFlowIsPassedEverywhere() {
        assertThat(roles(Verdict.Allowed.class)).containsOnly(HopCard.Role.PASSED);
    }

    @Test
    void everyStageOfAPolicySaysWhatSelectedTheEnd() {
        roles(Verdict.Allowed.class);
        assertThat(trace.trace().get().orElseThrow().cards())
                .flatExtracting(card -> card.hop().stream().toList())
                .filteredOn(hop -> hop.header().isPresent())
                .isNotEmpty()
                .allMatch(hop -> !hop.selectedBy().isEmpty());
    }

    @Test
    void theRepairIsThatOfTheFindingAndIsOneChange() {
        roles(Verdict.Denied.class);
        TraceViewModel.Trace shown = trace.trace().get().orElseThrow();
        Finding finding =
                Problems.open(model.analysis().get()).stream()
                        .filter(f -> f.flow().equals(Optional.of(shown.flow().id())))
                        .filter(f -> f.fix().isPresent())
                        .findFirst()
                        .orElseThrow();
        assertThat(shown.repair().map(Repair::change)).isEqualTo(finding.fix());
        int before = model.history().get().past().size();
        trace.repair();
        assertThat(model.history().get().past()).hasSize(before + 1);
        assertThat(model.verdictOf(shown.flow().id())).containsInstanceOf(Verdict.Allowed.class);
        assertThat(trace.trace().get().flatMap(TraceViewModel.Trace::repair)).isEmpty();
    }

    @Test
    void whereSomethingIsNotDefinedNobodyDecidesAndTheUnsureStagesAreMarked() {
        assertThat(roles(Verdict.Undefined.class))
                .contains(HopCard.Role.UNSURE)
                .doesNotContain(HopCard.Role.DECIDING, HopCard.Role.NOT_REACHED);
    }

    private List<HopCard.Role> roles(Class<? extends Verdict> kind) {
        String id =
                model.design().flows().values().stream()
                        .filter(flow -> flow.intent() == Intent.ALLOW)
                        .map(Flow::id)
                        .filter(f -> model.verdictOf(f).filter(kind::isInstance).isPresent())
                        .findFirst()
                        .orElseThrow();
        model.selection().set(new Selection.OfFlow(id));
        return trace.trace().get().orElseThrow().cards().stream().map(HopCard::role).toList();
    }
}
