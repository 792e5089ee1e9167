package io.portolan.app.ui.shell;

import io.portolan.app.ui.views.Focus;
import io.portolan.app.ui.views.ViewsViewModel;
import io.portolan.model.design.View;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// View and layer in the tool bar.
final class ViewChoice extends HBox {
    private static final double WIDTH = 124;

    ViewChoice(ViewsViewModel model) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        ComboBox<View> view = combo("viewCombo", View::name);
        view.setItems(model.views());
        model.current().subscribe(view::setValue);
        view.valueProperty()
                .subscribe(chosen ->
                        model.current().set(chosen == null ? ViewsViewModel.ALL : chosen));
        ComboBox<Focus> layer = combo("layerCombo", Focus::title);
        layer.setItems(FXCollections.observableArrayList(Focus.values()));
        layer.valueProperty().bindBidirectional(model.focus());
        getChildren().addAll(label("View", view), view, label("Layer", layer), layer);
    }

    private static <T> ComboBox<T> combo(String id, Function<T, String> name) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.setPrefWidth(WIDTH);
        combo.setFocusTraversable(false);
        combo.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : name.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("the list is not typed into");
                    }
                });
        return combo;
    }

    private static Label label(String text, ComboBox<?> of) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }
}
