package io.portolan.app.ui.journey;

import io.portolan.app.ui.shell.TestWindow;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Kinds;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.Optional;

/// The hands of somebody who draws: everything by mouse and keyboard, nothing behind the window's
/// back.
record Architect(TestWindow window, FxRobot robot) {
    /// Drags a kind from the palette to a point of the drawing's pane and types its name.
    void place(Class<? extends Element> kind, String name, Point2D at) {
        Bounds canvas =
                window.window().canvas().localToScreen(window.window().canvas().getLayoutBounds());
        drop(kind, new Point2D(canvas.getMinX() + at.getX(), canvas.getMinY() + at.getY()));
        name(name);
    }

    /// Drags a kind into a container, at a share of its width and height.
    void placeInside(Class<? extends Element> kind, String name, String container, Point2D share) {
        Bounds box = screenOf(container);
        drop(
                kind,
                new Point2D(
                        box.getMinX() + box.getWidth() * share.getX(),
                        box.getMinY() + box.getHeight() * share.getY()));
        name(name);
    }

    private void drop(Class<? extends Element> kind, Point2D at) {
        type("#paletteSearch", Kinds.titleOf(kind));
        String item = "#palette-" + Kinds.nameOf(kind);
        see(item);
        robot.moveTo(item).press(MouseButton.PRIMARY);
        robot.moveBy(12, 4).moveTo(at).release(MouseButton.PRIMARY);
    }

    private void name(String name) {
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write(name, 0).type(KeyCode.ENTER);
        window.await(name + " is in the design", () -> lookFor(name).isPresent());
    }

    /// Draws a cable with the link tool.
    void link(String from, String to) {
        int before = window.model().design().links().size();
        robot.clickOn("#tool-insert-linkTool");
        drag(from, to);
        window.await("the link is drawn", () -> window.model().design().links().size() > before);
        robot.clickOn("#tool-edit-selectTool");
    }

    private void drag(String from, String to) {
        robot.moveTo(grip(from)).press(MouseButton.PRIMARY);
        robot.moveTo(grip(to)).release(MouseButton.PRIMARY);
    }

    /// Where an element is nobody else: a container's head, a node's middle.
    private Point2D grip(String label) {
        Bounds box = screenOf(label);
        return new Point2D(box.getMinX() + box.getWidth() / 2, box.getMinY() + 14);
    }

    /// Opens a file and waits until it is checked.
    void open(Path file) {
        window.run(() -> window.window().open(file));
        window.await("the file is open", () -> window.model().file().get().isPresent());
        window.awaitCheck();
    }

    /// Selects an element, presses L, types where the flow leads and the port.
    Flow drawFlow(String from, String to, String port) {
        int before = window.model().design().flows().size();
        select(from);
        robot.type(KeyCode.L);
        see("#flowTarget");
        robot.write(to, 0).type(KeyCode.ENTER);
        window.await(
                "the target is taken",
                () -> window.window().parts().flowBar().to().get().isPresent());
        type("#flowPorts", port);
        robot.type(KeyCode.ENTER);
        window.await("the flow is drawn", () -> window.model().design().flows().size() > before);
        return window.model().design().flows().values().stream().toList().getLast();
    }

    /// Clicks an element of the drawing.
    void select(String label) {
        robot.clickOn(grip(label));
        ElementId id = find(label).id();
        window.await(
                label + " is selected",
                () -> window.model().selection().get().element().equals(Optional.of(id)));
    }

    /// Presses a button of the inspector, by the path of what it edits.
    void edit(String field) {
        show("#field-" + field);
        robot.clickOn("#field-" + field);
    }

    /// Types into a field of the inspector and commits it.
    void edit(String field, String text) {
        show("#field-" + field);
        type("#field-" + field, text);
        robot.type(KeyCode.ENTER);
    }

    /// Types into a field of an entry of a list, which is unfolded first.
    void editEntry(String entry, String field, String text) {
        String query = "#field-" + entry + "-" + field;
        if (robot.lookup(query).tryQuery().isEmpty()) {
            show("#field-" + entry);
            robot.clickOn("#field-" + entry + " .entry-head");
        }
        edit(entry + "-" + field, text);
    }

    /// Types into any field, over what is there.
    void type(String query, String text) {
        robot.clickOn(query);
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write(text, 0);
    }

    /// Chooses in a list of the inspector with the arrow keys.
    void choose(String field, String words) {
        show("#field-" + field);
        ComboBox<Object> box = robot.lookup("#field-" + field).queryComboBox();
        int wanted = indexOf(box, words);
        window.run(box::requestFocus);
        int now = Math.max(0, box.getSelectionModel().getSelectedIndex());
        robot.type(KeyCode.F4);
        for (int i = 0; i < Math.abs(wanted - now); i++) {
            robot.type(wanted > now ? KeyCode.DOWN : KeyCode.UP);
        }
        robot.type(KeyCode.ENTER);
    }

    private static int indexOf(ComboBox<Object> box, String words) {
        for (int i = 0; i < box.getItems().size(); i++) {
            if (box.getConverter().toString(box.getItems().get(i)).equals(words)) {
                return i;
            }
        }
        throw new AssertionError("there is no " + words + " among " + box.getItems());
    }

    void see(String query) {
        window.await(query + " is there", () -> robot.lookup(query).tryQuery().isPresent());
    }

    /// Scrolls the inspector until a field is in sight.
    private void show(String query) {
        see(query);
        Node field = robot.lookup(query).query();
        window.run(() -> Scrolling.into(field));
    }

    void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
    }

    Bounds screenOf(String label) {
        Bounds box = window.window().canvas().boundsOf(find(label).id()).orElseThrow();
        return window.window().canvas().localToScreen(box);
    }

    Element find(String label) {
        return lookFor(label).orElseThrow(() -> new AssertionError("there is no " + label));
    }

    private Optional<Element> lookFor(String label) {
        return window.model().design().elements().values().stream()
                .filter(e -> e.label().equals(label))
                .findFirst();
    }
}
