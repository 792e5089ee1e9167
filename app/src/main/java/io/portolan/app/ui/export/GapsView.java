package io.portolan.app.ui.export;

import io.portolan.app.service.TargetPreview;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.exporters.spi.Gap;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// What the chosen target cannot say, with reason and advice.
final class GapsView extends ScrollPane {
    private final TargetsViewModel model;
    private final VBox content = new VBox(8);

    GapsView(TargetsViewModel model) {
        this.model = model;
        content.setId("gaps");
        content.getStyleClass().add("details");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(180);
        model.target().subscribe(this::show);
    }

    private void show(Optional<TargetPreview> target) {
        List<Gap> gaps = target.map(t -> t.result().gaps()).orElse(List.of());
        content.getChildren().clear();
        if (gaps.isEmpty()) {
            content.getChildren().add(nothing(target));
        } else {
            boolean none = target.get().fit() == TargetPreview.Fit.UNSUPPORTED;
            Label heading = new Label(none ? "NOT SUPPORTED" : "NOT SAID IN THIS LANGUAGE");
            heading.getStyleClass().add("section-head");
            content.getChildren().add(heading);
            gaps.forEach(gap -> content.getChildren().add(card(gap)));
        }
    }

    private static Node nothing(Optional<TargetPreview> target) {
        boolean empty = target.filter(t -> t.result().artifacts().isEmpty()).isPresent();
        return empty
                ? new EmptyState(
                        "minus",
                        "Nothing for this target",
                        "The design has no element that this language configures.")
                : new EmptyState(
                        "check",
                        "Nothing is lost",
                        "This language can say all of the design that is its own.");
    }

    private Node card(Gap gap) {
        Label what = wrapped(gap.point() + " \u00b7 " + gap.rule());
        what.getStyleClass().add("gap-title");
        FlowPane about = new FlowPane(6, 2);
        gap.about().forEach(name -> about.getChildren().add(link(name)));
        Label why = wrapped(gap.why());
        Label advice = wrapped(gap.advice());
        advice.getStyleClass().add("muted");
        VBox words = new VBox(3, what, why, advice, about);
        IconView icon = IconView.of("warning", 16);
        HBox card = new HBox(8, icon, words);
        card.getStyleClass().addAll("gap-card", "verdict-undef");
        return card;
    }

    /// An element or flow that the gap is about; a click selects it.
    private Node link(String name) {
        Button link = new Button(model.nameOf(name));
        link.getStyleClass().addAll("flat", "link-button");
        link.setOnAction(_ -> model.select(name));
        return link;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
