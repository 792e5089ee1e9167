package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.theme.IconView;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the selection is: the design, the containers around, the element. A click goes there.
final class Breadcrumb extends HBox {
    private final EditorModel model;

    Breadcrumb(EditorModel model) {
        super(2);
        this.model = model;
        setId("breadcrumb");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        model.selection().subscribe(this::show);
        model.history().subscribe(this::show);
    }

    private void show() {
        getChildren().setAll(step(model.design().name(), this::design));
        for (Element element : chain()) {
            IconView arrow = IconView.of("chevron-right", 12);
            arrow.getStyleClass().add("arrow");
            getChildren().addAll(arrow, step(element.label(), () -> model.reveal(element.id())));
        }
    }

    private void design() {
        model.selection().set(Selection.none());
    }

    /// From the outside in; for a flow where it begins.
    private List<Element> chain() {
        Optional<ElementId> id =
                model.selection()
                        .get()
                        .element()
                        .or(() -> model.selectedFlow().map(flow -> flow.from()));
        List<Element> chain = new ArrayList<>();
        id.flatMap(model.design()::find)
                .ifPresent(element -> {
                    chain.addAll(model.design().ancestors(element.id()).reversed());
                    chain.add(element);
                });
        return chain;
    }

    private static Node step(String words, Runnable go) {
        Button step = new Button(words);
        step.getStyleClass().addAll("flat", "crumb");
        step.setFocusTraversable(false);
        step.setMinWidth(20);
        step.setOnAction(_ -> go.run());
        return step;
    }
}
