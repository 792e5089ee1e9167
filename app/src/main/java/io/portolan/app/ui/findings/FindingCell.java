package io.portolan.app.ui.findings;

import io.portolan.app.ui.theme.Badge;
import io.portolan.app.ui.theme.IconView;
import io.portolan.model.design.ElementId;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Severity;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A heading or a finding: severity by icon, what is wrong, about whom, by which rule.
final class FindingCell extends ListCell<FindingRow> {
    private final Function<ElementId, String> labels;

    FindingCell(Function<ElementId, String> labels) {
        this.labels = labels;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : graphic(row));
    }

    private Node graphic(FindingRow row) {
        return switch (row) {
            case FindingRow.Group(var category, var count) -> heading(category.title(), count);
            case FindingRow.Item(var finding) -> item(finding);
        };
    }

    private static Node heading(String title, int count) {
        Label label = new Label(title);
        label.getStyleClass().add("group-title");
        HBox box = new HBox(8, label, new Badge(Badge.Kind.PLAIN, Integer.toString(count)));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node item(Finding finding) {
        Label message = new Label(finding.message());
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        Region gap = new Region();
        gap.setMinWidth(8);
        Label about =
                muted(finding.about().isEmpty() ? "" : labels.apply(finding.about().getFirst()));
        about.setMaxWidth(130);
        HBox box =
                new HBox(
                        8,
                        severity(finding.severity()),
                        message,
                        gap,
                        about,
                        muted(finding.rule().id()));
        message.setMaxWidth(Double.MAX_VALUE);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    /// The icon of a severity; the shapes differ as well as the colours.
    static IconView severity(Severity severity) {
        return switch (severity) {
            case ERROR -> coloured("error", "verdict-deny");
            case WARNING -> coloured("warning", "verdict-undef");
            case INFO -> coloured("info", "verdict-info");
        };
    }

    private static IconView coloured(String icon, String style) {
        IconView view = IconView.of(icon, 16);
        view.getStyleClass().add(style);
        return view;
    }
}
