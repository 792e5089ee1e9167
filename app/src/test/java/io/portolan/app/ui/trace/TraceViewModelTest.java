package io.portolan.app.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.reach.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TraceViewModelTest {
    private final EditorModel model = Desk.bank();
    private final TraceViewModel trace = new TraceViewModel(model);

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
    void whereSomethingIsNotDefinedNobodyDecidesAndTheUnsureStagesAreMarked() {
        assertThat(roles(Verdict.Undefined.class))
                .contains(HopCard.Role.UNSURE)
                .doesNotContain(HopCard.Role.DECIDING, HopCard.Role.NOT_REACHED);
    }

    private List<HopCard.Role> roles(Class<? extends Verdict> kind) {
        String id =
                model.design().flows().keySet().stream()
                        .filter(f -> model.verdictOf(f).filter(kind::isInstance).isPresent())
                        .findFirst()
                        .orElseThrow();
        model.selection().set(new Selection.OfFlow(id));
        return trace.trace().get().orElseThrow().cards().stream().map(HopCard::role).toList();
    }
}
