package io.portolan.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.design.Element;
import io.portolan.model.net.PortSet;

import org.junit.jupiter.api.Test;

import java.util.Optional;

final class InspectorViewModelTest {
    private final EditorModel model = Desk.bank();
    private final InspectorViewModel inspector = new InspectorViewModel(model);

    @Test
    void nothingSelectedShowsNothing() {
        assertThat(inspector.subject().get()).isEmpty();
    }

    @Test
    void anEditIsOneChangeThatUndoTakesBack() {
        Element element = model.design().elements().firstEntry().getValue();
        model.reveal(element.id());
        Subject subject = inspector.subject().get().orElseThrow();
        inspector.commit(subject, field(subject, "label"), "renamed");
        assertThat(model.labelOf(element.id())).isEqualTo("renamed");
        assertThat(model.history().get().past()).hasSize(1);
        model.undo();
        assertThat(model.labelOf(element.id())).isEqualTo(element.label());
    }

    @Test
    void anEditThatChangesNothingIsNoChange() {
        model.reveal(model.design().elements().firstEntry().getKey());
        Subject subject = inspector.subject().get().orElseThrow();
        Field label = field(subject, "label");
        inspector.commit(subject, label, label.value());
        assertThat(model.history().get().past()).isEmpty();
    }

    @Test
    void theFlowShowsItsVerdictAndTakesPorts() {
        String id = model.design().flows().firstEntry().getKey();
        model.selection().set(new Selection.OfFlow(id));
        Subject subject = inspector.subject().get().orElseThrow();
        assertThat(inspector.verdict(subject)).isPresent();
        inspector.commit(subject, field(subject, "ports"), Optional.of(PortSet.of(4711)));
        assertThat(model.design().flows().firstEntry().getValue().ports())
                .contains(PortSet.of(4711));
    }

    @Test
    void wrongTextIsRefusedBeforeItReachesTheDesign() {
        String id = model.design().flows().firstEntry().getKey();
        model.selection().set(new Selection.OfFlow(id));
        Field ports = field(inspector.subject().get().orElseThrow(), "ports");
        assertThatThrownBy(() -> FieldText.read(ports.type(), "many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("many");
        assertThat(model.history().get().past()).isEmpty();
    }

    private static Field field(Subject subject, String name) {
        return Fields.of(subject.record()).stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
