package io.portolan.app.ui.trace;

import io.portolan.app.service.Explained;
import io.portolan.app.service.Words;
import io.portolan.app.ui.findings.Repair;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.VerdictLook;
import io.portolan.model.reach.Explanation;
import io.portolan.model.rule.builtin.remedy.Remedy;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The selected flow hop by hop: cards in a row, the layers that have no say, and what would make
/// the flow what it is wanted to be.
public final class TraceView extends StackPane {
    private final TraceViewModel model;
    private final Consumer<Repair> preview;

    /// `preview` shows what a repair would change.
    public TraceView(TraceViewModel model, Consumer<Repair> preview) {
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
        VBox box = new VBox(8, head(trace));
        box.getStyleClass().add("trace-content");
        if (trace.cards().isEmpty()) {
            Label none = new Label("There is no path to show: " + words(trace));
            none.setWrapText(true);
            box.getChildren().add(none);
        } else {
            box.getChildren().add(cards(trace));
        }
        trace.explained()
                .map(Explained::explanation)
                .map(TraceView::remarks)
                .filter(text -> !text.isEmpty())
                .map(TraceView::muted)
                .ifPresent(box.getChildren()::add);
        remedies(trace).ifPresent(box.getChildren()::add);
        return box;
    }

    private static String words(TraceViewModel.Trace trace) {
        return Words.verdict(trace.flow().intent(), trace.verdict());
    }

    /// Which one of many is shown, and which layers have no say.
    private static String remarks(Explanation explanation) {
        Stream<String> witness =
                Stream.of(explanation.witness())
                        .filter(Explanation.Witness::isOneOfMany)
                        .map(Words::witness);
        Stream<String> silent =
                Stream.of(String.join("; ", explanation.silent()))
                        .filter(text -> !text.isEmpty())
                        .map(text -> "Not in scope: " + text + ".");
        return Stream.concat(witness, silent).collect(Collectors.joining(" "));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setId("traceRemarks");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted-small");
        return label;
    }

    private static Node head(TraceViewModel.Trace trace) {
        VerdictLook look = VerdictLook.of(trace.flow().intent(), trace.verdict());
        Label question = new Label(trace.question());
        question.getStyleClass().add("muted");
        Label answer = new Label(words(trace));
        answer.setId("traceVerdict");
        answer.setTooltip(new Tooltip(words(trace)));
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

    /// What is to be added at each stage, with buttons if the design can hold it.
    private Optional<Node> remedies(TraceViewModel.Trace trace) {
        List<Remedy> all =
                trace.explained().map(known -> known.advice().remedies()).orElse(List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        VBox lines = new VBox(1);
        String what = Words.remedies(trace.flow().intent());
        all.forEach(remedy -> lines.getChildren().add(line(what, remedy)));
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox bar = new HBox(8, IconView.of("lightbulb", 18), lines);
        trace.repair().ifPresent(repair -> bar.getChildren().addAll(buttons(repair)));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.getStyleClass().add("repair-bar");
        return Optional.of(bar);
    }

    private static Label line(String what, Remedy remedy) {
        String text = "%s at %s: %s".formatted(what, remedy.hop().point(), remedy.words());
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text));
        label.setMinWidth(0);
        return label;
    }

    private List<Button> buttons(Repair repair) {
        Button show = new Button("Preview");
        show.setId("tracePreview");
        show.setOnAction(_ -> preview.accept(repair));
        Button apply = new Button("Apply");
        apply.setId("traceApply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(_ -> model.repair());
        return List.of(show, apply);
    }
}
