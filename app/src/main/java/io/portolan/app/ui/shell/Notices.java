package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.Notice;
import io.portolan.app.ui.theme.IconView;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Notices in the lower right corner. What succeeded goes away by itself; what failed stays until
/// it is closed.
final class Notices extends VBox {
    private static final Duration LONG_ENOUGH = Duration.seconds(6);
    private static final int MOST = 3;

    Notices() {
        super(8);
        setId("notices");
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(Notice notice) {
        Node card = card(notice);
        getChildren().add(card);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        if (notice.tone() == Notice.Tone.DONE) {
            PauseTransition pause = new PauseTransition(LONG_ENOUGH);
            pause.setOnFinished(_ -> getChildren().remove(card));
            pause.play();
        }
    }

    private Node card(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMaxWidth(360);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(10, IconView.of(icon(notice.tone()), 18), text);
        card.getStyleClass().addAll("notice", style(notice.tone()));
        card.setAlignment(Pos.CENTER_LEFT);
        notice.offer().ifPresent(offer -> card.getChildren().add(button(card, offer)));
        Button close = new Button("", IconView.of("close", 14));
        close.getStyleClass().addAll("flat", "tool-button", "mini");
        close.setAccessibleText("Close the notice");
        close.setOnAction(_ -> getChildren().remove(card));
        card.getChildren().add(close);
        return card;
    }

    private Button button(Node card, Notice.Offer offer) {
        Button button = new Button(offer.title());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            getChildren().remove(card);
            offer.action().run();
        });
        return button;
    }

    private static String icon(Notice.Tone tone) {
        return switch (tone) {
            case DONE -> "check";
            case FAILED -> "error";
        };
    }

    private static String style(Notice.Tone tone) {
        return switch (tone) {
            case DONE -> "notice-done";
            case FAILED -> "notice-failed";
        };
    }
}
