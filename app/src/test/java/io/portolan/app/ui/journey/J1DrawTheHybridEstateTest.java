package io.portolan.app.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.headless.WideApplication;

import io.portolan.app.service.Workspace;
import io.portolan.app.ui.shell.TestWindow;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Vlan;
import io.portolan.model.design.Workload;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.Optional;

/// From a blank sheet to a saved estate of two clusters, a VLAN with a mainframe, and a firewall,
/// with the mouse and the keyboard alone.
@ExtendWith(ApplicationExtension.class)
final class J1DrawTheHybridEstateTest {
    @TempDir static Path temp;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = TestWindow.show(stage, temp);
    }

    @AfterEach
    void close() {
        window.run(window.window()::close);
    }

    @Test
    void drawnElementsAreInOutlineFileAndReopenedDesign(FxRobot robot) {
        robot.clickOn("#startNew");
        window.await("the dialog is open", () -> robot.lookup("#dlgNew").tryQuery().isPresent());
        robot.clickOn("#newCreate");
        window.await("a sheet is open", () -> !window.window().parts().shell().starting().get());

        place(robot, Cluster.class, "east", new Point2D(160, 90));
        place(robot, Cluster.class, "west", new Point2D(560, 90));
        place(robot, Vlan.class, "v120", new Point2D(160, 300));
        place(robot, Firewall.class, "asa1", new Point2D(560, 300));
        inside(robot, Namespace.class, "pay", "east");
        inside(robot, Workload.class, "api", "pay");
        inside(robot, Mainframe.class, "zos1", "v120");
        chooseCni(robot, "east", CniProduct.CALICO);

        Design drawn = window.model().design();
        assertThat(drawn.elements()).hasSize(7);
        assertThat(parentOf("api")).isEqualTo("pay");
        assertThat(parentOf("zos1")).isEqualTo("v120");
        assertThat(window.window().parts().outline().roots())
                .extracting(n -> n.element().label())
                .contains("east", "west", "asa1");
        saveAndOpenAgain(robot);
    }

    private void saveAndOpenAgain(FxRobot robot) {
        Path file = temp.resolve("estate.portolan.yaml");
        WideApplication.choose(file.toFile());
        window.run(() -> window.window().canvas().requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        window.await("the design is saved", () -> !window.model().dirty().get());
        Design drawn = window.model().design();
        Design read = Workspace.open(file).design();
        assertThat(read.elements()).isEqualTo(drawn.elements());
        assertThat(read.layout()).isEqualTo(drawn.layout());
    }

    /// Drags a kind from the palette and types its name.
    private void place(FxRobot robot, Class<? extends Element> kind, String name, Point2D at) {
        Bounds canvas =
                window.window().canvas().localToScreen(window.window().canvas().getLayoutBounds());
        drop(robot, kind, new Point2D(canvas.getMinX() + at.getX(), canvas.getMinY() + at.getY()));
        name(robot, name);
    }

    private void inside(
            FxRobot robot, Class<? extends Element> kind, String name, String container) {
        Bounds box = window.window().canvas().boundsOf(find(container).id()).orElseThrow();
        Bounds at = window.window().canvas().localToScreen(box);
        drop(robot, kind, new Point2D(at.getCenterX(), at.getCenterY()));
        name(robot, name);
    }

    private static void drop(FxRobot robot, Class<? extends Element> kind, Point2D at) {
        robot.moveTo("#palette-" + Kinds.nameOf(kind)).press(MouseButton.PRIMARY);
        robot.moveBy(12, 4).moveTo(at).release(MouseButton.PRIMARY);
    }

    private void name(FxRobot robot, String name) {
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write(name).type(KeyCode.ENTER);
        window.await(
                name + " is in the design",
                () ->
                        window.model().design().elements().values().stream()
                                .anyMatch(e -> e.label().equals(name)));
    }

    private void chooseCni(FxRobot robot, String cluster, CniProduct product) {
        window.run(() -> window.model().reveal(find(cluster).id()));
        window.await(
                "the form is there", () -> robot.lookup("#field-cni-add").tryQuery().isPresent());
        window.run(() -> robot.lookup("#field-cni-add").queryButton().fire());
        window.await(
                "the plug-in is editable",
                () -> robot.lookup("#field-cni-product").tryQuery().isPresent());
        ComboBox<Object> box = robot.lookup("#field-cni-product").queryComboBox();
        window.run(() -> box.setValue(product));
        assertThat(window.model().design().find(find(cluster).id(), Cluster.class))
                .flatMap(Cluster::cni)
                .hasValueSatisfying(cni -> assertThat(cni.product()).isEqualTo(product));
    }

    private String parentOf(String label) {
        return find(label).parent().map(window.model()::labelOf).orElse("nothing");
    }

    private Element find(String label) {
        Optional<Element> found =
                window.model().design().elements().values().stream()
                        .filter(e -> e.label().equals(label))
                        .findFirst();
        return found.orElseThrow(() -> new AssertionError("there is no " + label));
    }
}
