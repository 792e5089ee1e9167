package io.portolan.app.ui.inspector;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What editors need to know beyond their value: the elements that can be named, and which parts of
/// the form are unfolded.
final class EditContext {
    private final EditorModel model;
    private final Set<String> unfolded = new LinkedHashSet<>();

    EditContext(EditorModel model) {
        this.model = model;
    }

    Design design() {
        return model.design();
    }

    List<ElementId> elements() {
        return List.copyOf(model.design().elements().keySet());
    }

    String labelOf(ElementId id) {
        return model.labelOf(id);
    }

    boolean isUnfolded(String path) {
        return unfolded.contains(path);
    }

    void unfold(String path) {
        unfolded.add(path);
    }

    void fold(String path) {
        unfolded.remove(path);
    }

    void foldAll() {
        unfolded.clear();
    }
}
