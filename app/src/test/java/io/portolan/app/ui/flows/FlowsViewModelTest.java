package io.portolan.app.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.net.PortSet;

import org.junit.jupiter.api.Test;

final class FlowsViewModelTest {
    private final EditorModel model = Desk.bank();
    private final FlowsViewModel flows = new FlowsViewModel(model);
    private final FlowBarViewModel bar = new FlowBarViewModel(flows);

    @Test
    void everyFlowHasARowWithItsVerdict() {
        assertThat(flows.rows()).hasSize(model.design().flows().size());
        assertThat(flows.rows()).allMatch(row -> row.verdict().isPresent());
    }

    @Test
    void choosingARowSelectsTheFlow() {
        FlowRow row = flows.rows().getLast();
        flows.choose(row);
        assertThat(model.selection().get()).isEqualTo(new Selection.OfFlow(row.flow().id()));
    }

    @Test
    void theBarAddsAFlowWithTheTargetsPortAndSelectsIt() {
        ElementId from = endpoint("api");
        ElementId to = endpoint("zos1");
        bar.begin(from);
        bar.aim(bar.targets("zos").getFirst().id());
        assertThat(bar.to().get()).contains(to);
        bar.ports().set("1414");
        int before = model.design().flows().size();
        bar.add();
        assertThat(model.design().flows()).hasSize(before + 1);
        Flow added = model.selectedFlow().orElseThrow();
        assertThat(added.ports()).contains(PortSet.of(1414));
        assertThat(added.from()).isEqualTo(from);
        assertThat(bar.from().get()).isEmpty();
    }

    @Test
    void wrongPortsAreRefusedInWordsAndNothingIsAdded() {
        bar.begin(endpoint("api"), endpoint("zos1"));
        bar.ports().set("many");
        int before = model.design().flows().size();
        bar.add();
        assertThat(bar.refusal().get()).contains("many");
        assertThat(model.design().flows()).hasSize(before);
    }

    @Test
    void withoutATargetTheBarSaysWhatIsMissing() {
        bar.begin(endpoint("api"));
        bar.add();
        assertThat(bar.refusal().get()).contains("Choose");
    }

    @Test
    void aFlowNeverLeadsToItsOwnBeginning() {
        bar.begin(endpoint("api"));
        assertThat(bar.targets("api")).noneMatch(e -> e.id().equals(endpoint("api")));
    }

    private ElementId endpoint(String label) {
        return model.design().elements().values().stream()
                .filter(e -> e.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
