package io.portolan.app.ui.inspector;

import io.portolan.app.ui.theme.IconView;
import io.portolan.model.design.ElementId;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The editors that need more than a line: records in records, lists of records and of elements.
final class BlockEditors {
    /// The arrow of what is folded points to the right.
    private static final double FOLDED = -90;

    private BlockEditors() {}

    static Node of(Slot slot, EditContext context) {
        return switch (slot.type()) {
            case FieldType.Nested _ ->
                    new RecordForm(
                            slot.path(), (Record) slot.value(), context, slot.commit()::accept);
            case FieldType.Maybe(FieldType.Nested(var type)) -> maybe(slot, type, context);
            case FieldType.ListOf(FieldType.Nested(var type)) -> list(slot, type, context);
            case FieldType.ListOf(FieldType.Reference _) -> references(slot, context);
            case FieldType other ->
                    throw new IllegalArgumentException(
                            "There is no editor for a block of this shape (%s).".formatted(other));
        };
    }

    private static Node maybe(Slot slot, Class<? extends Record> type, EditContext context) {
        Optional<?> value = (Optional<?>) slot.value();
        if (value.isEmpty()) {
            return add(
                    slot,
                    "Add",
                    () -> slot.commit().accept(Optional.of(Blank.of(type, context.design()))));
        }
        Button remove = small("Remove", slot.controlId() + "-remove");
        remove.setOnAction(_ -> slot.commit().accept(Optional.empty()));
        return new VBox(
                6,
                new RecordForm(
                        slot.path(),
                        (Record) value.get(),
                        context,
                        edited -> slot.commit().accept(Optional.of(edited))),
                remove);
    }

    private static Node list(Slot slot, Class<? extends Record> type, EditContext context) {
        List<?> values = (List<?>) slot.value();
        VBox box = new VBox(4);
        for (int i = 0; i < values.size(); i++) {
            box.getChildren().add(entry(slot, i, context));
        }
        box.getChildren()
                .add(
                        add(
                                slot,
                                "Add",
                                () -> {
                                    context.unfold(slot.path() + "." + values.size());
                                    slot.commit()
                                            .accept(plus(values, Blank.of(type, context.design())));
                                }));
        return box;
    }

    private static Node entry(Slot slot, int index, EditContext context) {
        List<?> values = (List<?>) slot.value();
        Record value = (Record) values.get(index);
        String path = slot.path() + "." + index;
        VBox card = new VBox();
        card.getStyleClass().add("list-entry");
        card.getChildren()
                .add(
                        head(
                                value,
                                context.isUnfolded(path),
                                () -> toggle(card, path, slot, index, context),
                                () -> slot.commit().accept(without(values, index))));
        card.setId("field-" + path.replace('.', '-'));
        if (context.isUnfolded(path)) {
            card.getChildren().add(form(path, slot, index, context));
        }
        return card;
    }

    private static void toggle(VBox card, String path, Slot slot, int index, EditContext context) {
        if (card.getChildren().size() > 1) {
            context.fold(path);
            card.getChildren().removeLast();
        } else {
            context.unfold(path);
            card.getChildren().add(form(path, slot, index, context));
        }
    }

    private static Node form(String path, Slot slot, int index, EditContext context) {
        List<?> values = (List<?>) slot.value();
        return new RecordForm(
                path,
                (Record) values.get(index),
                context,
                edited -> slot.commit().accept(replaced(values, index, edited)));
    }

    private static void turn(Button head, boolean unfolded) {
        head.getGraphic().setRotate(unfolded ? 0 : FOLDED);
    }

    private static Node head(Record value, boolean unfolded, Runnable unfold, Runnable remove) {
        String words = FieldText.summary(value);
        Button open = new Button(words.isEmpty() ? "empty" : words, IconView.of("chevron", 14));
        open.getStyleClass().addAll("flat", "entry-head");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        turn(open, unfolded);
        open.setOnAction(_ -> {
            unfold.run();
            turn(open, open.getGraphic().getRotate() != 0);
        });
        Button cross = new Button("", IconView.of("close", 14));
        cross.getStyleClass().addAll("flat", "tool-button", "mini");
        cross.setAccessibleText("Remove");
        cross.setOnAction(_ -> remove.run());
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox row = new HBox(open, cross);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node references(Slot slot, EditContext context) {
        List<?> values = (List<?>) slot.value();
        VBox box = new VBox(4);
        for (int i = 0; i < values.size(); i++) {
            int index = i;
            box.getChildren()
                    .add(
                            chip(
                                    context.labelOf((ElementId) values.get(i)),
                                    () -> slot.commit().accept(without(values, index))));
        }
        box.getChildren().add(chooser(slot, values, context));
        return box;
    }

    private static Node chip(String text, Runnable remove) {
        Label label = new Label(text);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cross = new Button("", IconView.of("close", 14));
        cross.getStyleClass().addAll("flat", "tool-button", "mini");
        cross.setAccessibleText("Remove " + text);
        cross.setOnAction(_ -> remove.run());
        HBox chip = new HBox(6, label, gap, cross);
        chip.getStyleClass().add("chip-row");
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }

    private static Node chooser(Slot slot, List<?> values, EditContext context) {
        Slot one =
                slot.inner(
                        new FieldType.Maybe(new FieldType.Reference()),
                        Optional.empty(),
                        chosen ->
                                ((Optional<?>) chosen)
                                        .ifPresent(id -> slot.commit().accept(plus(values, id))));
        return new VBox(LineEditors.chooser(one, context));
    }

    private static Button add(Slot slot, String title, Runnable action) {
        Button button = small(title, slot.controlId() + "-add");
        button.setGraphic(IconView.of("plus", 14));
        button.setOnAction(_ -> Refusals.show(button, action));
        return button;
    }

    private static Button small(String title, String id) {
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().addAll("flat", "link-button");
        return button;
    }

    private static List<Object> plus(List<?> values, Object added) {
        List<Object> longer = new ArrayList<>(values);
        longer.add(added);
        return longer;
    }

    private static List<Object> without(List<?> values, int index) {
        List<Object> shorter = new ArrayList<>(values);
        shorter.remove(index);
        return shorter;
    }

    private static List<Object> replaced(List<?> values, int index, Object by) {
        List<Object> changed = new ArrayList<>(values);
        changed.set(index, by);
        return changed;
    }
}
