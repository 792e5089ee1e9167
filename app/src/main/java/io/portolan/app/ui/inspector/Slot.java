package io.portolan.app.ui.inspector;

import java.util.function.Consumer;

/// A place for one editor: what it edits, where it is in the form (`listeners.0.port`, also the id
/// of the control), and who takes a new value or refuses it with an `IllegalArgumentException`.
record Slot(String path, FieldType type, Object value, Consumer<Object> commit) {
    /// The same place for a part of the value.
    Slot inner(FieldType innerType, Object part, Consumer<Object> innerCommit) {
        return new Slot(path, innerType, part, innerCommit);
    }

    String controlId() {
        return "field-" + path.replace('.', '-');
    }
}
