package io.portolan.app.ui.export;

import io.portolan.app.service.TargetPreview;
import io.portolan.app.service.Words;
import io.portolan.app.ui.theme.Badge;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A target: its name, how many files, how well the design fits it.
final class TargetCell extends ListCell<TargetPreview> {
    @Override
    protected void updateItem(@Nullable TargetPreview preview, boolean empty) {
        super.updateItem(preview, empty);
        setText(null);
        setGraphic(empty || preview == null ? null : row(preview));
    }

    private static HBox row(TargetPreview preview) {
        Label title = new Label(preview.dialect().title());
        title.setMinWidth(0);
        Label files = new Label(files(preview));
        files.getStyleClass().add("muted-small");
        VBox words = new VBox(1, title, files);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row =
                new HBox(8, words, gap, new Badge(tone(preview.fit()), Words.fit(preview.fit())));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String files(TargetPreview preview) {
        int files = preview.result().artifacts().size();
        int gaps = preview.result().gaps().size();
        return (files == 1 ? "1 file" : files + " files")
                + (gaps == 0 ? "" : gaps == 1 ? ", 1 gap" : ", " + gaps + " gaps");
    }

    static Badge.Kind tone(TargetPreview.Fit fit) {
        return switch (fit) {
            case OK -> Badge.Kind.OK;
            case LOSSY -> Badge.Kind.WARNING;
            case UNSUPPORTED -> Badge.Kind.PROBLEM;
            case EMPTY -> Badge.Kind.PLAIN;
        };
    }
}
