package io.portolan.app.ui.export;

import io.portolan.app.service.TargetPreview;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.exporters.spi.Gap;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// What the chosen target cannot say, with reason and advice.
final class GapsView extends ScrollPane {
    private final VBox content = new VBox(8);

    GapsView(TargetsViewModel model) {
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
            Label heading = new Label("NOT SAID IN THIS LANGUAGE");
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

    private static Node card(Gap gap) {
        Label what = wrapped(gap.point() + " \u00b7 " + gap.rule());
        what.getStyleClass().add("gap-title");
        Label why = wrapped(gap.why());
        Label advice = wrapped(gap.advice());
        advice.getStyleClass().add("muted");
        VBox words = new VBox(3, what, why, advice);
        IconView icon = IconView.of("warning", 16);
        HBox card = new HBox(8, icon, words);
        card.getStyleClass().addAll("gap-card", "verdict-undef");
        return card;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
