package io.portolan.app.ui.history;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.change.History;

import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The steps that were done and undone; going to one undoes or does again all between.
public final class HistoryViewModel {
    private final EditorModel model;
    private final ReadOnlyListWrapper<Step> steps =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    /// A step in words. `distance` is how many steps away it is: negative was done before, 0 is
    /// now, positive was undone.
    public record Step(String title, int distance) {}

    public HistoryViewModel(EditorModel model) {
        this.model = model;
        model.history().subscribe(now -> steps.setAll(stepsOf(now)));
    }

    static List<Step> stepsOf(History history) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Opened", -history.past().size()));
        for (int i = 0; i < history.past().size(); i++) {
            steps.add(
                    new Step(
                            capital(history.past().get(i).change().label()),
                            i + 1 - history.past().size()));
        }
        List<History.Step> future = history.future().reversed();
        for (int i = 0; i < future.size(); i++) {
            steps.add(new Step(capital(future.get(i).change().label()), i + 1));
        }
        return steps;
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public ReadOnlyListProperty<Step> steps() {
        return steps.getReadOnlyProperty();
    }

    /// Goes there.
    public void goTo(Step step) {
        for (int i = 0; i < Math.abs(step.distance()); i++) {
            if (step.distance() < 0) {
                model.undo();
            } else {
                model.redo();
            }
        }
    }
}
