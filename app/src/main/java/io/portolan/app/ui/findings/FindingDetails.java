package io.portolan.app.ui.findings;

import io.portolan.app.ui.theme.EmptyState;
import io.portolan.model.change.Change;
import io.portolan.model.rule.Finding;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// One finding with its evidence, what the repair would do, and the buttons.
final class FindingDetails extends ScrollPane {
    private final FindingsViewModel model;
    private final FindingActions actions;
    private final VBox content = new VBox();

    FindingDetails(FindingsViewModel model, FindingActions actions) {
        this.model = model;
        this.actions = actions;
        content.getStyleClass().add("details");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.chosen().subscribe(this::show);
        model.model().history().subscribe(() -> show(model.chosen().get()));
    }

    private void show(Optional<Finding> finding) {
        content.getChildren()
                .setAll(
                        finding.map(this::details)
                                .orElseGet(() ->
                                        List.of(
                                                new EmptyState(
                                                        "problem",
                                                        "Choose a problem",
                                                        "Its reasons and its repair will"
                                                                + " be shown here. F8 goes"
                                                                + " to the next."))));
    }

    private List<Node> details(Finding finding) {
        VBox box = new VBox(8);
        Label rule = new Label(finding.rule().id() + " \u00b7 " + finding.rule().title());
        rule.getStyleClass().add("muted");
        Label message = wrapped(finding.message());
        message.getStyleClass().add("details-title");
        HBox head = new HBox(8, FindingCell.severity(finding.severity()), rule);
        head.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(head, message, buttons(finding));
        finding.evidence().forEach(e -> box.getChildren().add(evidence(e)));
        finding.fix().map(this::preview).ifPresent(box.getChildren()::add);
        return List.of(box);
    }

    private static Label evidence(Finding.Evidence evidence) {
        Label label =
                wrapped(
                        evidence.text()
                                + evidence.origin().map(o -> " (" + o.words() + ")").orElse(""));
        label.getStyleClass().add("evidence");
        return label;
    }

    private Node preview(Change fix) {
        Label title = new Label("What the repair changes");
        title.getStyleClass().add("field-label");
        VBox lines = new VBox(1, title);
        lines.setId("fixPreview");
        lines.getStyleClass().add("fix-preview");
        for (String line : model.preview(fix)) {
            Label label = wrapped(line);
            label.getStyleClass().addAll("mono", tone(line.strip()));
            lines.getChildren().add(label);
        }
        return lines;
    }

    private static String tone(String line) {
        return switch (line.charAt(0)) {
            case '+' -> "tone-added";
            case '-' -> "tone-removed";
            default -> "tone-changed";
        };
    }

    private Node buttons(Finding finding) {
        HBox buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        finding.fix()
                .ifPresent(fix -> {
                    Button apply = new Button("Apply: " + fix.label());
                    apply.setId("applyFix");
                    apply.getStyleClass().add("accent");
                    apply.setOnAction(_ -> model.applyFix());
                    buttons.getChildren().add(apply);
                });
        Button suppress = new Button("Suppress\u2026");
        suppress.setId("suppressFinding");
        suppress.setOnAction(_ -> actions.suppress());
        buttons.getChildren().add(suppress);
        return buttons;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
