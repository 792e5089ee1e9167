package io.portolan.app.ui.action;

import io.portolan.app.ui.theme.IconView;

import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/// Makes menus and buttons from commands.
public final class Menus {
    private Menus() {}

    /// One menu for each section that has commands.
    public static MenuBar bar(ActionRegistry registry) {
        MenuBar bar = new MenuBar();
        for (Section section : Section.values()) {
            Menu menu = new Menu(section.title());
            registry.in(section).forEach(command -> menu.getItems().add(item(command)));
            if (!menu.getItems().isEmpty()) {
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }

    /// A menu item that shows the key; the keys themselves are heard by `Keys`.
    public static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId(command.id());
        command.icon().ifPresent(icon -> item.setGraphic(IconView.of(icon, 16)));
        command.key()
                .map(KeyCombination::keyCombination)
                .filter(key -> !Keys.isPlain(key))
                .ifPresent(item::setAccelerator);
        item.disableProperty().bind(new Not(command.enabled()));
        item.setOnAction(_ -> command.run());
        return item;
    }

    /// A square button with the icon alone, for the tool bar.
    public static Button iconButton(Command command) {
        Button button = new Button();
        button.setId("tool-" + command.id().replace('.', '-'));
        command.icon().ifPresent(icon -> button.setGraphic(IconView.of(icon, 18)));
        button.getStyleClass().addAll("tool-button", "flat");
        button.setFocusTraversable(false);
        button.setAccessibleText(command.title());
        button.setTooltip(new Tooltip(tip(command)));
        button.disableProperty().bind(new Not(command.enabled()));
        button.setOnAction(_ -> command.run());
        return button;
    }

    static String tip(Command command) {
        return command.key()
                .map(KeyCombination::keyCombination)
                .map(key -> command.title() + "  " + key.getDisplayText())
                .orElse(command.title());
    }
}
