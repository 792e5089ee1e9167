package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.export.ExportViewModel;
import io.portolan.app.ui.findings.FindingsViewModel;
import io.portolan.app.ui.findings.Repair;
import io.portolan.model.format.Recovery;
import io.portolan.model.rule.Finding;

import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;

import java.io.File;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The dialogs of the window.
final class Dialogs {
    /// More lines would hide the buttons.
    private static final int LISTED = 8;

    private static final int MONTHS = 6;

    private final Overlay overlay;

    Dialogs(Overlay overlay) {
        this.overlay = overlay;
    }

    /// Asks for the name of a new design.
    void newDesign(Consumer<String> create) {
        DialogCard card = new DialogCard("dlgNew", "New design");
        TextField name = field("newName", "Name of the design");
        name.setText("untitled");
        card.add(DialogCard.text("A blank sheet: drag the first element from the left."), name);
        card.button("newCancel", "Cancel", overlay::hide);
        card.mainButton(
                "newCreate",
                "Create",
                () -> {
                    if (name.getText().isBlank()) {
                        card.say("The design needs a name.");
                        return;
                    }
                    overlay.hide();
                    create.accept(name.getText().strip());
                });
        overlay.show(card);
        name.requestFocus();
        name.selectAll();
    }

    /// Asks what to do with changes that are not saved. Offers the edits that a killed process
    /// left.
    void recover(Recovery found, Runnable recover, Runnable giveUp) {
        DialogCard card = new DialogCard("dlgRecover", "Recover unsaved changes?");
        card.add(
                DialogCard.text(
                        "Portolan ended without saving %d %s. The file is as it was saved last."
                                .formatted(
                                        found.changes().size(),
                                        found.changes().size() == 1 ? "change" : "changes")));
        found.summary().stream().limit(LISTED).forEach(line -> card.add(DialogCard.text(line)));
        card.button("recoverGiveUp", "Give up", () -> closeThen(giveUp));
        card.mainButton("recoverApply", "Recover", () -> closeThen(recover)).requestFocus();
        overlay.show(card);
    }

    void unsaved(Runnable save, Runnable discard) {
        DialogCard card = new DialogCard("dlgUnsaved", "Save the changes?");
        card.add(DialogCard.text("The design has changes that are not in its file yet."));
        card.button("unsavedCancel", "Cancel", overlay::hide);
        card.button("unsavedDiscard", "Discard", () -> closeThen(discard));
        card.mainButton("unsavedSave", "Save", () -> closeThen(save)).requestFocus();
        overlay.show(card);
    }

    private void closeThen(Runnable action) {
        overlay.hide();
        action.run();
    }

    /// Asks for the reason to live with a finding, and until when.
    void suppress(FindingsViewModel findings, LocalDate today) {
        findings.chosen().get().ifPresent(f -> overlay.show(suppressCard(findings, f, today)));
    }

    private DialogCard suppressCard(FindingsViewModel findings, Finding finding, LocalDate today) {
        DialogCard card = new DialogCard("dlgSuppress", "Suppress " + finding.rule().id());
        TextField reason = field("suppressReason", "Why this is acceptable");
        DatePicker until = new DatePicker(today.plusMonths(MONTHS));
        until.setId("suppressUntil");
        until.setMaxWidth(Double.MAX_VALUE);
        card.add(
                DialogCard.text(finding.message()), label("Reason"), reason, label("Until"), until);
        card.button("suppressCancel", "Cancel", overlay::hide);
        card.mainButton(
                "suppressOk",
                "Suppress",
                () -> {
                    try {
                        findings.suppress(reason.getText(), until.getValue());
                        overlay.hide();
                    } catch (IllegalArgumentException e) {
                        card.say(String.valueOf(e.getMessage()));
                    }
                });
        return card;
    }

    /// Asks for a folder and shows how far the export is.
    void export(ExportViewModel export) {
        export.begin();
        DialogCard card = new DialogCard("dlgExport", "Export all targets");
        TextField folder = field("exportFolder", "Folder");
        folder.textProperty().bindBidirectional(export.folder());
        Button choose = new Button("Choose\u2026");
        choose.setId("exportChoose");
        choose.setOnAction(_ -> chooseFolder(export));
        HBox.setHgrow(folder, Priority.ALWAYS);
        card.add(
                DialogCard.text(
                        "Each target gets a folder of its own; the picture and the review lie"
                                + " beside them. The same design gives the same files."),
                label("Folder"),
                new HBox(8, folder, choose),
                progress(export));
        Button close = card.button("exportClose", "Cancel", () -> closeExport(export));
        export.finished().subscribe(done -> close.setText(done ? "Close" : "Cancel"));
        card.mainButton("exportOk", "Export", export::export)
                .disableProperty()
                .bind(export.running());
        overlay.show(card);
        folder.requestFocus();
    }

    private void closeExport(ExportViewModel export) {
        export.cancel();
        overlay.hide();
    }

    private static HBox progress(ExportViewModel export) {
        ProgressBar bar = new ProgressBar();
        bar.setId("exportProgress");
        bar.progressProperty().bind(export.fraction());
        bar.setPrefWidth(140);
        Label words = new Label();
        words.setId("exportMessage");
        words.textProperty().bind(export.message());
        HBox row = new HBox(10, bar, words);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.visibleProperty()
                .bind(export.running().or(export.finished()).or(export.message().isNotEmpty()));
        return row;
    }

    private void chooseFolder(ExportViewModel export) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Export into");
        Supplier<File> ask = () -> chooser.showDialog(overlay.getScene().getWindow());
        File chosen = ask.get();
        if (chosen != null) {
            export.folder().set(chosen.toString());
        }
    }

    /// Shows what a repair would change, and applies it if told so.
    void fix(Repair repair, FindingsViewModel findings, Background background) {
        overlay.show(new FixCard(repair, findings, background, overlay::hide));
    }

    /// Says something that needs more than a notice.
    void say(String title, String... lines) {
        DialogCard card = new DialogCard("dlgInfo", title);
        for (String line : lines) {
            card.add(DialogCard.text(line));
        }
        card.mainButton("infoClose", "Close", overlay::hide);
        overlay.show(card);
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefWidth(420);
        return field;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        return label;
    }
}
