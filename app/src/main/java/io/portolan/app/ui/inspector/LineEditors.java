package io.portolan.app.ui.inspector;

import io.portolan.model.design.ElementId;

import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The editors that fit on one line.
final class LineEditors {
    private static final String NOT_SET = "not set";

    private LineEditors() {}

    static Control of(Slot slot, EditContext context) {
        Control control = control(slot, context);
        control.setId(slot.controlId());
        control.setMaxWidth(Double.MAX_VALUE);
        return control;
    }

    private static Control control(Slot slot, EditContext context) {
        return switch (slot.type()) {
            case FieldType.Choice(var constants) ->
                    choice(slot, constants, Field::constant, slot.value());
            case FieldType.Flag _ -> flag(slot);
            case FieldType.Reference _ ->
                    choice(slot, sorted(context), id -> name(id, context), slot.value());
            case FieldType.Maybe(var inner) -> maybe(slot, inner, context);
            case FieldType.Scalar _, FieldType.Pairs _, FieldType.ListOf _, FieldType.Nested _ ->
                    text(slot);
        };
    }

    private static Control maybe(Slot slot, FieldType inner, EditContext context) {
        return switch (inner) {
            case FieldType.Choice(var constants) ->
                    optional(slot, constants, Field::constant, NOT_SET);
            case FieldType.Reference _ ->
                    optional(slot, sorted(context), id -> name(id, context), NOT_SET);
            case FieldType.Scalar _,
                    FieldType.Flag _,
                    FieldType.Pairs _,
                    FieldType.Nested _,
                    FieldType.ListOf _,
                    FieldType.Maybe _ ->
                    text(slot);
        };
    }

    /// A list of all elements to choose from, that shows what choosing does.
    static Control chooser(Slot slot, EditContext context) {
        ComboBox<Object> box =
                optional(slot, sorted(context), id -> name(id, context), "Add an element");
        box.setId(slot.controlId());
        box.setMaxWidth(Double.MAX_VALUE);
        Choosing.onlyInTheList(box);
        return box;
    }

    private static List<Object> sorted(EditContext context) {
        return context.elements().stream()
                .sorted((a, b) -> name(a, context).compareToIgnoreCase(name(b, context)))
                .map(Object.class::cast)
                .toList();
    }

    private static String name(Object id, EditContext context) {
        String label = context.labelOf((ElementId) id);
        boolean unique =
                context.elements().stream().filter(e -> context.labelOf(e).equals(label)).count()
                        < 2;
        return unique ? label : label + " (" + id + ")";
    }

    private static TextField text(Slot slot) {
        TextField field = new TextField(FieldText.show(slot.type(), slot.value()));
        field.setPromptText(prompt(slot.type()));
        field.setOnAction(_ -> commitText(slot, field));
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        commitText(slot, field);
                    }
                });
        return field;
    }

    private static void commitText(Slot slot, TextField field) {
        if (!field.getText().equals(FieldText.show(slot.type(), slot.value()))) {
            Refusals.show(
                    field,
                    () -> slot.commit().accept(FieldText.read(slot.type(), field.getText())));
        } else {
            Refusals.clear(field);
        }
    }

    private static String prompt(FieldType type) {
        return switch (type) {
            case FieldType.Maybe _ -> NOT_SET;
            case FieldType.ListOf _ -> "none";
            case FieldType.Pairs _ -> "app=shop, tier=web";
            case FieldType.Scalar _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Reference _,
                    FieldType.Nested _ ->
                    "";
        };
    }

    private static CheckBox flag(Slot slot) {
        CheckBox box = new CheckBox();
        box.setSelected((Boolean) slot.value());
        box.setOnAction(_ -> Refusals.show(box, () -> slot.commit().accept(box.isSelected())));
        return box;
    }

    private static ComboBox<Object> choice(
            Slot slot, List<Object> constants, Function<Object, String> name, Object value) {
        ComboBox<Object> box = new ComboBox<>(FXCollections.observableArrayList(constants));
        box.setConverter(showing(name));
        box.setValue(value);
        Choosing.whenDone(box, chosen -> Refusals.show(box, () -> slot.commit().accept(chosen)));
        return box;
    }

    private static ComboBox<Object> optional(
            Slot slot, List<Object> constants, Function<Object, String> name, String absent) {
        List<Object> values = new ArrayList<>();
        values.add(Optional.empty());
        constants.forEach(c -> values.add(Optional.of(c)));
        return choice(
                slot,
                values,
                v -> ((Optional<?>) v).<String>map(name).orElse(absent),
                slot.value());
    }

    private static StringConverter<Object> showing(Function<Object, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(Object value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public Object fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        };
    }
}
