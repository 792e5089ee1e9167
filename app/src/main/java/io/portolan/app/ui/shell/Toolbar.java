package io.portolan.app.ui.shell;

import io.portolan.app.ui.action.ActionRegistry;
import io.portolan.app.ui.action.Command;
import io.portolan.app.ui.action.Menus;
import io.portolan.app.ui.canvas.CanvasTool;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.views.ViewsViewModel;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.EnumMap;
import java.util.Map;

/// The row of buttons below the menus.
final class Toolbar extends HBox {
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

    private final Label zoom = new Label("100 %");
    private final Map<CanvasTool, Button> tools = new EnumMap<>(CanvasTool.class);

    Toolbar(ActionRegistry registry, ViewsViewModel views) {
        super(4);
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        zoom.setId("zoomLabel");
        zoom.getStyleClass().add("zoom-label");
        tool(CanvasTool.SELECT, registry.get("edit.selectTool"));
        tool(CanvasTool.PAN, registry.get("view.hand"));
        tool(CanvasTool.CONNECT, registry.get("flow.connectTool"));
        tool(CanvasTool.LINK, registry.get("insert.linkTool"));
        getChildren()
                .addAll(line(), icon(registry, "edit.undo"), icon(registry, "edit.redo"), line());
        getChildren().addAll(icon(registry, "view.fit"), zoom, line());
        getChildren().addAll(icon(registry, "arrange.all"), icon(registry, "view.theme"));
        getChildren().addAll(line(), new ViewChoice(views));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, search(registry.get("tools.commands")));
        getChildren().add(wide(registry.get("check.now"), "Check"));
        Button export = wide(registry.get("export.all"), "Export\u2026");
        export.getStyleClass().remove("flat");
        export.getStyleClass().add("accent");
        getChildren().add(export);
        use(CanvasTool.SELECT);
    }

    private void tool(CanvasTool tool, Command command) {
        Button button = Menus.iconButton(command);
        tools.put(tool, button);
        getChildren().add(button);
    }

    private static Node icon(ActionRegistry registry, String id) {
        return Menus.iconButton(registry.get(id));
    }

    private static Node line() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("toolbar-line");
        return line;
    }

    private static Button wide(Command command, String title) {
        Button button = Menus.iconButton(command);
        button.setText(title);
        button.getStyleClass().remove("tool-button");
        return button;
    }

    /// Looks like a field and opens the command palette.
    private static Node search(Command command) {
        Label words = new Label("Search or run a command");
        Label key = new Label("Ctrl+Shift+P");
        key.getStyleClass().add("muted-small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(8, IconView.of("search", 16), words, gap, key);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setPrefWidth(266);
        Button button = new Button();
        button.setGraphic(content);
        button.setId("searchField");
        button.getStyleClass().add("search-button");
        button.setAccessibleText(command.title());
        button.setFocusTraversable(false);
        button.setOnAction(_ -> command.run());
        return button;
    }

    /// Shows which tool the mouse is.
    void use(CanvasTool tool) {
        tools.forEach((t, button) -> button.pseudoClassStateChanged(IN_USE, t == tool));
    }

    void showZoom(double share) {
        zoom.setText("%d %%".formatted(Math.round(share * 100)));
    }
}
