package io.portolan.app.ui.trace;

import io.portolan.app.service.Words;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.VerdictLook;
import io.portolan.model.change.Change;
import io.portolan.model.rule.Finding;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The selected flow hop by hop: cards in a row, and the repair that a finding offers.
public final class TraceView extends StackPane {
    private final TraceViewModel model;
    private final Runnable preview;

    /// `preview` shows the finding behind the repair.
    public TraceView(TraceViewModel model, Runnable preview) {
        this.model = model;
        this.preview = preview;
        setId("trace");
        getStyleClass().add("trace");
        model.trace().subscribe(this::show);
    }

    private void show(Optional<TraceViewModel.Trace> trace) {
        getChildren()
                .setAll(
                        trace.<Node>map(this::content)
                                .orElseGet(() ->
                                        new EmptyState(
                                                "trace",
                                                "No flow selected",
                                                "Select a flow in the drawing or the table to"
                                                        + " see its path, stage by stage.")));
    }

    private Node content(TraceViewModel.Trace trace) {
        VBox box = new VBox(10, head(trace));
        box.getStyleClass().add("trace-content");
        if (trace.cards().isEmpty()) {
            Label none = new Label("There is no path to show: " + Words.verdict(trace.verdict()));
            none.setWrapText(true);
            box.getChildren().add(none);
        } else {
            box.getChildren().add(cards(trace));
        }
        trace.repair().flatMap(Finding::fix).map(this::repair).ifPresent(box.getChildren()::add);
        return box;
    }

    private static Node head(TraceViewModel.Trace trace) {
        VerdictLook look = VerdictLook.of(trace.verdict());
        Label question = new Label(trace.question());
        question.getStyleClass().add("muted");
        Label answer = new Label(Words.verdict(trace.verdict()));
        answer.setId("traceVerdict");
        HBox verdict = new HBox(6, IconView.of(look.icon(), 16), answer);
        verdict.getStyleClass().addAll("verdict", look.styleClass());
        verdict.setAlignment(Pos.CENTER_LEFT);
        answer.setMinWidth(0);
        HBox head = new HBox(16, question, verdict);
        head.setAlignment(Pos.CENTER_LEFT);
        question.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private Node cards(TraceViewModel.Trace trace) {
        HBox row = new HBox(6);
        row.setAlignment(Pos.TOP_LEFT);
        for (HopCard card : trace.cards()) {
            if (!row.getChildren().isEmpty()) {
                row.getChildren().add(arrow(card));
            }
            HopCardView view = new HopCardView(card, model::show);
            HBox.setHgrow(view, Priority.ALWAYS);
            row.getChildren().add(view);
        }
        ScrollPane scroll = new ScrollPane(row);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(96);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Node arrow(HopCard to) {
        IconView arrow = IconView.of("chevron-right", 14);
        HBox.setMargin(arrow, new Insets(12, 0, 0, 0));
        arrow.getStyleClass().add(to.role() == HopCard.Role.NOT_REACHED ? "arrow-faint" : "arrow");
        return arrow;
    }

    private Node repair(Change fix) {
        Label words = new Label(capital(fix.label()));
        words.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button show = new Button("Preview");
        show.setId("tracePreview");
        show.setOnAction(_ -> preview.run());
        Button apply = new Button("Apply");
        apply.setId("traceApply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(_ -> model.repair());
        HBox bar = new HBox(8, IconView.of("lightbulb", 18), words, gap, show, apply);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("repair-bar");
        return bar;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
