package io.portolan.app.ui.shell;

import io.portolan.app.service.RepairPreview;
import io.portolan.app.service.Words;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.findings.FindingsViewModel;
import io.portolan.app.ui.findings.Repair;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.VerdictLook;
import io.portolan.model.design.Intent;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;

/// A repair before it is applied: what it changes in the design, and which lines of which files
/// that makes.
final class FixCard extends DialogCard {
    private static final double WIDTH = 620;
    private static final double FEW = 64;
    private static final double MANY = 190;

    private final VBox generated = new VBox(1, DialogCard.text("Working it out\u2026"));

    FixCard(Repair repair, FindingsViewModel findings, Background background, Runnable close) {
        super("quickFixes", capital(repair.change().label()));
        VBox model = new VBox(1);
        model.setId("fixModel");
        generated.setId("fixGenerated");
        show(model, findings.preview(repair.change()));
        add(DialogCard.text(repair.why()));
        add(head("In the design"), scrolled(model, FEW));
        add(head("In the generated files"), scrolled(generated, MANY));
        button("fixCancel", "Cancel", close);
        mainButton(
                "fixApply",
                "Apply",
                () -> {
                    close.run();
                    findings.apply(repair);
                });
        Intent wanted = findings.wanted(repair);
        background.run(findings.foretold(repair), preview -> foretell(wanted, preview));
    }

    private void foretell(Intent wanted, RepairPreview preview) {
        show(generated, preview.generated());
        preview.after()
                .ifPresent(verdict -> {
                    VerdictLook look = VerdictLook.of(wanted, verdict);
                    Label words = new Label("Then: " + Words.verdict(wanted, verdict));
                    words.setId("fixVerdict");
                    HBox line = new HBox(6, IconView.of(look.icon(), 16), words);
                    line.getStyleClass().addAll("verdict", look.styleClass());
                    add(line);
                });
    }

    private static void show(VBox box, List<String> lines) {
        box.getChildren().clear();
        if (lines.isEmpty()) {
            box.getChildren().add(DialogCard.text("Nothing changes there."));
        }
        for (String line : lines) {
            Label label = new Label(line);
            label.getStyleClass().addAll("mono", tone(line.strip()));
            box.getChildren().add(label);
        }
    }

    private static String tone(String line) {
        return line.startsWith("+")
                ? "tone-added"
                : line.startsWith("-") ? "tone-removed" : "tone-changed";
    }

    private static ScrollPane scrolled(VBox lines, double height) {
        lines.getStyleClass().add("fix-preview");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setPrefSize(WIDTH, height);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static Label head(String text) {
        Label label = new Label(text.toUpperCase(Locale.ROOT));
        label.getStyleClass().add("section-head");
        return label;
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
