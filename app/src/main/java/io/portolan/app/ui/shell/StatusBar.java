package io.portolan.app.ui.shell;

import io.portolan.app.service.Analysis;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.model.design.Design;
import io.portolan.model.rule.Severity;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Optional;
import java.util.function.Supplier;

/// The line at the bottom: file, size, selection, what runs, when it was checked, what is wrong.
final class StatusBar extends HBox {
    private final Label file = label("statusFile");
    private final Label counts = label("statusCounts");
    private final Label check = label("statusCheck");
    private final Label problems = label("statusProblems");
    private final Supplier<String> clock;

    StatusBar(EditorModel model, ShellModel shell, Runnable cancel, Supplier<String> clock) {
        super(24);
        this.clock = clock;
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(file, counts, gap, busy(shell, cancel), check, problems);
        model.history().subscribe(_ -> describe(model));
        model.selection().subscribe(_ -> describe(model));
        model.dirty().subscribe(_ -> describe(model));
        model.file().subscribe(_ -> describe(model));
        model.analysis().subscribe(this::judge);
        visibleProperty().bind(shell.starting().not());
        managedProperty().bind(visibleProperty());
    }

    private static Node busy(ShellModel shell, Runnable cancel) {
        Label words = label("statusBusy");
        words.textProperty().bind(shell.busy());
        Button stop = new Button("Cancel");
        stop.setId("statusCancel");
        stop.getStyleClass().addAll("flat", "link-button");
        stop.setOnAction(_ -> cancel.run());
        HBox box = new HBox(6, words, stop);
        box.setAlignment(Pos.CENTER);
        box.visibleProperty().bind(shell.busy().isNotEmpty());
        return box;
    }

    private void describe(EditorModel model) {
        Design design = model.design();
        file.setText(saved(model));
        int selected = model.selection().get().count();
        counts.setText(
                "%d elements \u00b7 %d flows%s"
                        .formatted(
                                design.elements().size(),
                                design.flows().size(),
                                selected == 0 ? "" : " \u00b7 %d selected".formatted(selected)));
    }

    private String saved(EditorModel model) {
        if (model.file().get().isEmpty()) {
            return "No file yet";
        }
        if (model.dirty().get()) {
            return "Not saved, kept in the journal";
        }
        return "Saved " + clock.get();
    }

    private void judge(Optional<Analysis> analysis) {
        check.setText(
                analysis.map(a -> "checked %s in %d ms".formatted(clock.get(), a.took().toMillis()))
                        .orElse("checking\u2026"));
        long errors = Problems.count(analysis, Severity.ERROR);
        long warnings = Problems.count(analysis, Severity.WARNING);
        problems.getStyleClass().removeAll("verdict-deny", "verdict-undef", "verdict-allow");
        problems.getStyleClass()
                .add(
                        errors > 0
                                ? "verdict-deny"
                                : warnings > 0 ? "verdict-undef" : "verdict-allow");
        problems.setText(analysis.isEmpty() ? "" : inWords(errors, warnings));
    }

    private static String inWords(long errors, long warnings) {
        return errors + warnings == 0
                ? "no problems"
                : count(errors, "error") + " \u00b7 " + count(warnings, "warning");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
