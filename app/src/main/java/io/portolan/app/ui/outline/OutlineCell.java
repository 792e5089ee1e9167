package io.portolan.app.ui.outline;

import io.portolan.app.ui.theme.Badge;
import io.portolan.app.ui.theme.IconView;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// A row of the outline: icon, name, number of problems.
final class OutlineCell extends TreeCell<OutlineNode> {
    @Override
    protected void updateItem(@Nullable OutlineNode node, boolean empty) {
        super.updateItem(node, empty);
        setText(null);
        setGraphic(empty || node == null ? null : row(node));
        setAccessibleText(
                empty || node == null
                        ? ""
                        : "%s, %d problems".formatted(node.element().label(), node.problems()));
    }

    private static HBox row(OutlineNode node) {
        Label name = new Label(node.element().label());
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Badge badge = new Badge(Badge.Kind.PROBLEM, "");
        badge.show(node.problems());
        HBox row = new HBox(8, IconView.ofKind(node.element().getClass(), 16), name, gap, badge);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
