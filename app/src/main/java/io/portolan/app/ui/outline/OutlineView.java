package io.portolan.app.ui.outline;

import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.SearchField;
import io.portolan.model.design.ElementId;

import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The left dock's lower part: the design as a tree, for the keyboard and for screen readers as
/// good as the drawing.
public final class OutlineView extends VBox {
    private final OutlineViewModel model;
    private final TreeView<OutlineNode> tree = new TreeView<>();
    private final Map<ElementId, TreeItem<OutlineNode>> items = new LinkedHashMap<>();
    private final Set<ElementId> folded = new LinkedHashSet<>();
    private boolean following;
    private boolean choosing;

    public OutlineView(OutlineViewModel model) {
        this.model = model;
        getStyleClass().addAll("dock", "outline-dock");
        SearchField filter = new SearchField("outlineFilter", "Filter by name");
        filter.text().bindBidirectional(model.filter());
        tree.setId("outline");
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(_ -> new OutlineCell());
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(filter, tree, empty());
        model.roots().subscribe(this::build);
        model.model().selection().subscribe(this::follow);
        tree.getSelectionModel().selectedItemProperty().subscribe(_ -> chosen());
    }

    private EmptyState empty() {
        EmptyState empty =
                new EmptyState(
                        "outline",
                        "Nothing here yet",
                        "Drag elements from above into the drawing.");
        empty.visibleProperty().bind(model.roots().emptyProperty());
        empty.managedProperty().bind(empty.visibleProperty());
        tree.visibleProperty().bind(model.roots().emptyProperty().not());
        tree.managedProperty().bind(tree.visibleProperty());
        return empty;
    }

    private void build() {
        following = true;
        items.clear();
        tree.getRoot().getChildren().setAll(items(model.roots()));
        following = false;
        follow();
    }

    private List<TreeItem<OutlineNode>> items(List<OutlineNode> nodes) {
        return nodes.stream().map(this::item).toList();
    }

    private TreeItem<OutlineNode> item(OutlineNode node) {
        TreeItem<OutlineNode> item = new TreeItem<>(node);
        ElementId id = node.element().id();
        items.put(id, item);
        item.getChildren().setAll(items(node.inside()));
        item.setExpanded(!folded.contains(id));
        item.expandedProperty()
                .subscribe(open -> {
                    if (open) {
                        folded.remove(id);
                    } else {
                        folded.add(id);
                    }
                });
        return item;
    }

    /// Shows what is selected elsewhere.
    private void follow() {
        if (choosing) {
            return;
        }
        following = true;
        tree.getSelectionModel().clearSelection();
        if (model.model().selection().get() instanceof Selection.Elements(var ids)) {
            ids.stream().map(items::get).filter(Objects::nonNull).forEach(this::select);
        }
        following = false;
    }

    private void select(TreeItem<OutlineNode> item) {
        for (TreeItem<OutlineNode> up = item.getParent(); up != null; up = up.getParent()) {
            up.setExpanded(true);
        }
        tree.getSelectionModel().select(item);
        int row = tree.getRow(item);
        if (row >= 0) {
            tree.scrollTo(Math.max(0, row - 3));
        }
    }

    private void chosen() {
        List<ElementId> ids =
                tree.getSelectionModel().getSelectedItems().stream()
                        .filter(item -> item != null && item.getValue() != null)
                        .map(item -> item.getValue().element().id())
                        .toList();
        if (!following && !ids.isEmpty()) {
            choosing = true;
            choose(ids);
            choosing = false;
        }
    }

    private void choose(List<ElementId> ids) {
        if (ids.size() == 1) {
            model.model().reveal(ids.getFirst());
        } else {
            model.model().selection().set(Selection.of(ids));
        }
    }
}
