package io.portolan.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.change.Change;

import org.junit.jupiter.api.Test;

final class HistoryViewModelTest {
    private final EditorModel model = Desk.empty();
    private final HistoryViewModel history = new HistoryViewModel(model);

    @Test
    void goingToAStepUndoesAllBehindItAndBackDoesThemAgain() {
        model.apply(new Change.RenameDesign("first", "one"));
        model.apply(new Change.RenameDesign("second", "two"));
        model.apply(new Change.RenameDesign("third", "three"));
        assertThat(titles()).containsExactly("Opened", "First", "Second", "Third");
        history.goTo(history.steps().get(1));
        assertThat(model.design().name()).isEqualTo("one");
        assertThat(titles()).containsExactly("Opened", "First", "Second", "Third");
        history.goTo(history.steps().getLast());
        assertThat(model.design().name()).isEqualTo("three");
    }

    private java.util.List<String> titles() {
        return history.steps().stream().map(HistoryViewModel.Step::title).toList();
    }
}
