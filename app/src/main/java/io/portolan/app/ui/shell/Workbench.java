package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.Problems;
import io.portolan.app.ui.export.TargetsView;
import io.portolan.app.ui.findings.FindingActions;
import io.portolan.app.ui.findings.FindingsView;
import io.portolan.app.ui.findings.Repair;
import io.portolan.app.ui.flows.FlowsView;
import io.portolan.app.ui.history.HistoryView;
import io.portolan.app.ui.inspector.InspectorView;
import io.portolan.app.ui.outline.OutlineView;
import io.portolan.app.ui.palette.DragGhost;
import io.portolan.app.ui.palette.PaletteView;
import io.portolan.app.ui.palette.Placement;
import io.portolan.app.ui.reach.ReachView;
import io.portolan.app.ui.theme.Badge;
import io.portolan.app.ui.trace.TraceView;
import io.portolan.app.ui.views.ViewsView;
import io.portolan.model.rule.Severity;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The docks around the drawing. A hidden dock is taken out, so that the others get its room.
final class Workbench extends StackPane {
    private static final double LEFT = 244;
    private static final double RIGHT = 304;
    private static final double BOTTOM = 240;

    /// The share of the palette in the left dock: all kinds are seen at the usual height.
    private static final double PALETTE = 0.64;

    /// The height of menus, tool bar and status bar.
    private static final double CHROME = 104;

    private final Parts parts;
    private final SplitPane left = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final SplitPane across = new SplitPane();
    private final PaletteView palette;
    private final TabPane outline;
    private final InspectorView inspector;
    private final BottomDock bottom;
    private final CanvasPane canvas;

    /// What the docks need of the window.
    record Helpers(
            Placement placement,
            DragGhost ghost,
            Background background,
            Executor window,
            FindingActions findings,
            Consumer<Repair> fix) {}

    Workbench(Parts parts, CanvasPane canvas, Helpers helpers) {
        this.parts = parts;
        this.canvas = canvas;
        palette = new PaletteView(parts.palette(), helpers.placement(), helpers.ghost());
        outline = outlineAndViews(parts);
        inspector = new InspectorView(parts.inspector(), helpers.background());
        bottom = bottom(helpers);
        left.setOrientation(Orientation.VERTICAL);
        middle.setOrientation(Orientation.VERTICAL);
        sizes();
        getChildren().add(across);
        for (ShellModel.Dock dock : ShellModel.Dock.values()) {
            parts.shell().shown(dock).subscribe(this::arrange);
        }
        arrange();
    }

    private static TabPane outlineAndViews(Parts parts) {
        TabPane tabs =
                new TabPane(
                        new Tab("Outline", new OutlineView(parts.outline())),
                        new Tab("Views", new ViewsView(parts.views(), parts.outline().filter())));
        tabs.setId("outlineDock");
        tabs.getStyleClass().add("left-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().getLast().setId("tab-views");
        return tabs;
    }

    private void sizes() {
        left.setMinWidth(180);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(420);
        inspector.setMinWidth(220);
        inspector.setPrefWidth(RIGHT);
        inspector.setMaxWidth(560);
        bottom.setMinHeight(120);
        bottom.setPrefHeight(BOTTOM);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(inspector, false);
        SplitPane.setResizableWithParent(bottom, false);
    }

    private BottomDock bottom(Helpers helpers) {
        BottomDock dock = new BottomDock(parts.shell());
        dock.add(
                ShellModel.Panel.PROBLEMS,
                "Problems",
                new FindingsView(parts.findings(), helpers.findings()),
                Badge.Kind.PROBLEM);
        dock.add(ShellModel.Panel.FLOWS, "Flows", new FlowsView(parts.flows()));
        dock.add(ShellModel.Panel.TRACE, "Trace", new TraceView(parts.trace(), helpers.fix()));
        dock.add(ShellModel.Panel.REACH, "Reach", new ReachView(parts.reach()));
        dock.add(
                ShellModel.Panel.TARGETS,
                "Targets",
                new TargetsView(parts.targets(), helpers.window()));
        dock.add(ShellModel.Panel.HISTORY, "History", new HistoryView(parts.history()));
        count(dock);
        return dock;
    }

    private void count(BottomDock dock) {
        parts.model()
                .analysis()
                .subscribe(now ->
                        dock.count(
                                ShellModel.Panel.PROBLEMS,
                                Problems.count(now, Severity.ERROR)
                                        + Problems.count(now, Severity.WARNING)));
        parts.flows().rows().subscribe(rows -> dock.count(ShellModel.Panel.FLOWS, rows.size()));
        parts.targets().targets().subscribe(t -> dock.count(ShellModel.Panel.TARGETS, t.size()));
        parts.shell()
                .panel()
                .subscribe(p -> {
                    parts.targets().looking().set(p == ShellModel.Panel.TARGETS);
                    parts.reach().looking().set(p == ShellModel.Panel.REACH);
                });
    }

    private void arrange() {
        left.getItems().setAll(visible(List.of(palette, outline), palette(), outlineShown()));
        left.setDividerPositions(PALETTE);
        middle.getItems().setAll(visible(List.of(canvas, bottom), canvasShown(), bottomShown()));
        List<Node> items = new ArrayList<>();
        if (!left.getItems().isEmpty()) {
            items.add(left);
        }
        items.add(middle);
        if (parts.shell().shown(ShellModel.Dock.INSPECTOR).get()) {
            items.add(inspector);
        }
        across.getItems().setAll(items);
        divide(items);
    }

    /// Docks begin with the sizes of the design, whatever the width of the window.
    private void divide(List<Node> items) {
        double width = Math.max(getWidth(), MainWindow.WIDTH);
        double height = Math.max(getHeight(), MainWindow.HEIGHT - CHROME);
        middle.setDividerPositions(1 - BOTTOM / height);
        double first = items.contains(left) ? LEFT / width : 1 - RIGHT / width;
        across.setDividerPositions(first, 1 - RIGHT / width);
    }

    private ObservableValue<Boolean> palette() {
        return parts.shell().shown(ShellModel.Dock.PALETTE);
    }

    private ObservableValue<Boolean> outlineShown() {
        return parts.shell().shown(ShellModel.Dock.OUTLINE);
    }

    private ObservableValue<Boolean> bottomShown() {
        return parts.shell().shown(ShellModel.Dock.BOTTOM);
    }

    private static ObservableValue<Boolean> canvasShown() {
        return new javafx.beans.property.SimpleBooleanProperty(true);
    }

    @SafeVarargs
    private static List<Node> visible(
            List<? extends Node> nodes, ObservableValue<Boolean>... shown) {
        List<Node> visible = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (shown[i].getValue()) {
                visible.add(nodes.get(i));
            }
        }
        return visible;
    }
}
