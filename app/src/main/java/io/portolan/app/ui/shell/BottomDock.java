package io.portolan.app.ui.shell;

import io.portolan.app.ui.theme.Badge;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

import java.util.EnumMap;
import java.util.Map;

/// The panels below the drawing, as tabs with counts.
final class BottomDock extends TabPane {
    private final Map<ShellModel.Panel, Tab> tabs = new EnumMap<>(ShellModel.Panel.class);
    private final Map<ShellModel.Panel, Badge> badges = new EnumMap<>(ShellModel.Panel.class);

    BottomDock(ShellModel shell) {
        setId("bottomDock");
        getStyleClass().add("bottom-dock");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab ->
                        tabs.forEach((panel, t) -> {
                            if (t.equals(tab)) {
                                shell.panel().set(panel);
                            }
                        }));
        shell.panel().subscribe(this::open);
    }

    private void open(ShellModel.Panel panel) {
        Tab tab = tabs.get(panel);
        if (tab != null) {
            getSelectionModel().select(tab);
        }
    }

    void add(ShellModel.Panel panel, String title, Node content) {
        add(panel, title, content, Badge.Kind.PLAIN);
    }

    void add(ShellModel.Panel panel, String title, Node content, Badge.Kind kind) {
        Badge badge = new Badge(kind, "");
        badge.show(0);
        Tab tab = new Tab(title, content);
        tab.setId("tab-" + panel.name().toLowerCase(java.util.Locale.ROOT));
        tabs.put(panel, tab);
        badges.put(panel, badge);
        getTabs().add(tab);
    }

    void count(ShellModel.Panel panel, long count) {
        Badge badge = badges.get(panel);
        Tab tab = tabs.get(panel);
        if (badge != null && tab != null) {
            badge.show(count);
            // A header that was laid out without its badge does not notice that it comes back.
            tab.setGraphic(count == 0 ? null : badge);
        }
    }
}
