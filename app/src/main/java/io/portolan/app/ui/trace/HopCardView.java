package io.portolan.app.ui.trace;

import io.portolan.app.service.Words;
import io.portolan.app.ui.theme.IconView;
import io.portolan.model.policy.Origin;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/// A card of the trace: who, which stage, what it said and why, where that is written, the header
/// as it was seen there.
final class HopCardView extends VBox {
    private static final double LEAST = 196;
    private static final double MOST = 300;
    private static final double NARROW = 112;

    HopCardView(HopCard card, Consumer<HopCard> show) {
        super(4);
        getStyleClass().addAll("hop-card", style(card.role()));
        boolean reached = card.role() != HopCard.Role.NOT_REACHED;
        setMinWidth(reached ? LEAST : NARROW);
        setPrefWidth(reached ? LEAST : NARROW);
        setMaxWidth(reached ? MOST : NARROW);
        getChildren().add(head(card));
        if (card.role() == HopCard.Role.NOT_REACHED) {
            getChildren().add(muted("not reached"));
        } else {
            card.hop().ifPresent(hop -> said(hop, card.role() == HopCard.Role.REFUSING));
        }
        setOnMouseClicked(_ -> show.accept(card));
    }

    private static String style(HopCard.Role role) {
        return switch (role) {
            case PASSED -> "hop-passed";
            case UNSURE -> "hop-unsure";
            case DECIDING -> "hop-deciding";
            case REFUSING -> "hop-refusing";
            case NOT_REACHED -> "hop-not-reached";
        };
    }

    private static HBox head(HopCard card) {
        Label title = new Label(card.title());
        title.getStyleClass().add("hop-title");
        title.setMinWidth(40);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        boolean reached = card.role() != HopCard.Role.NOT_REACHED;
        Label stage = muted(reached ? shortStage(card) : "");
        stage.setMinWidth(0);
        HBox head = new HBox(6, title, gap, stage);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    /// The point's name without the owner, which is the title already.
    private static String shortStage(HopCard card) {
        String owner = card.hop().map(Hop::owner).orElse("");
        return owner.isEmpty()
                ? card.stage()
                : card.stage().replace(owner + "/", "").replace(owner, "").strip();
    }

    private void said(Hop hop, boolean rightly) {
        Label because = wrapped(hop.because());
        because.setTooltip(new Tooltip(tip(hop)));
        HBox.setHgrow(because, Priority.ALWAYS);
        HBox line = new HBox(6, IconView.of(rightly ? "shield" : icon(hop.outcome()), 14), because);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().addAll("verdict", rightly ? "verdict-allow" : tone(hop.outcome()));
        getChildren().add(line);
        hop.origin()
                .map(Origin::words)
                .filter(where -> !hop.because().equals(where))
                .ifPresent(where -> getChildren().add(wrappedFact("by " + where)));
        selectors(hop);
        Label seen = wrappedFact(hop.seen().replace(" -> ", " \u2192 "));
        seen.getStyleClass().add("mono");
        getChildren().add(seen);
    }

    /// What made the stage govern this connection; the rest of many is told on pointing there.
    private void selectors(Hop hop) {
        List<String> all = hop.selectedBy();
        if (!all.isEmpty()) {
            int more = all.size() - 1;
            Label words =
                    wrappedFact(
                            "selected by "
                                    + all.getLast()
                                    + (more == 0 ? "" : " and %d more".formatted(more)));
            words.setTooltip(new Tooltip("Selected by\n" + String.join("\n", all)));
            getChildren().add(words);
        }
    }

    private static Label wrappedFact(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("hop-facts");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String tip(Hop hop) {
        return Words.outcome(hop.outcome())
                + ": "
                + hop.because()
                + hop.origin().map(o -> "\n" + o.words()).orElse("");
    }

    private static String icon(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> "check";
            case DENY, NO_ROUTE -> "close";
            case NOT_IN_SCOPE, TRANSLATES -> "minus";
            case UNDEFINED -> "undefined";
        };
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> "verdict-allow";
            case DENY, NO_ROUTE -> "verdict-deny";
            case NOT_IN_SCOPE, TRANSLATES -> "verdict-none";
            case UNDEFINED -> "verdict-undef";
        };
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hop-facts");
        return label;
    }
}
