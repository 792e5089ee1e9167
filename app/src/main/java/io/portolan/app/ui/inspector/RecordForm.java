package io.portolan.app.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/// The components of one record, a labelled editor each.
final class RecordForm extends VBox {
    private static final double LABEL_WIDTH = 92;

    RecordForm(String path, Record record, EditContext context, Consumer<Record> commit) {
        getStyleClass().add("record-form");
        for (Field field : Fields.of(record)) {
            Slot slot =
                    new Slot(
                            path + "." + field.name(),
                            field.type(),
                            field.value(),
                            value -> commit.accept(Fields.with(record, field.name(), value)));
            getChildren().add(field(field, slot, context));
        }
    }

    /// Rows for some components, committed one by one.
    RecordForm(List<Field> fields, EditContext context, Commit commit) {
        getStyleClass().add("record-form");
        for (Field field : fields) {
            Slot slot =
                    new Slot(
                            field.name(),
                            field.type(),
                            field.value(),
                            value -> commit.accept(field, value));
            getChildren()
                    .add(
                            fields.size() == 1 && !field.type().isLine()
                                    ? BlockEditors.of(slot, context)
                                    : field(field, slot, context));
        }
    }

    /// Takes the new value of a component.
    interface Commit {
        void accept(Field field, Object value);
    }

    private static Node field(Field field, Slot slot, EditContext context) {
        return field.type().isLine()
                ? line(field, LineEditors.of(slot, context))
                : block(field, BlockEditors.of(slot, context));
    }

    private static Node line(Field field, Control editor) {
        Label label = new Label(field.title());
        label.getStyleClass().add("field-label");
        label.setMinWidth(LABEL_WIDTH);
        label.setMaxWidth(LABEL_WIDTH);
        label.setWrapText(true);
        label.minHeightProperty().bind(editor.heightProperty());
        label.setLabelFor(editor);
        editor.setAccessibleText(field.title());
        VBox right = new VBox(2, editor);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(8, label, right);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static Node block(Field field, Node editor) {
        Label label = new Label(field.title());
        label.getStyleClass().add("field-label");
        return new VBox(4, label, editor);
    }
}
