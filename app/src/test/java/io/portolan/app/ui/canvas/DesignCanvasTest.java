package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.Draw;
import io.portolan.app.picture.Estates;
import io.portolan.app.picture.HybridBank;
import io.portolan.app.picture.Palette;
import io.portolan.model.change.Change;
import io.portolan.model.change.History;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Site;

import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

@ExtendWith(ApplicationExtension.class)
class DesignCanvasTest {
    private DesignCanvas canvas;
    private History history = History.of(HybridBank.design());
    private List<ElementId> connected = List.of();

    @Start
    void start(Stage stage) {
        canvas = new DesignCanvas();
        canvas.setDesign(history.present());
        canvas.setVerdicts(HybridBank.verdicts());
        canvas.setProblems(HybridBank.problems());
        canvas.setOnChange(this::apply);
        canvas.setOnConnect((a, b) -> connected = List.of(a, b));
        stage.setScene(new Scene(new StackPane(canvas), 1280, 760));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        canvas.requestFocus();
    }

    private void apply(Change change) {
        history = history.apply(change);
        canvas.setDesign(history.present());
    }

    @Test
    void draggingANodeIntoAnotherNamespaceMovesIt(FxRobot robot) {
        robot.drag(at("cards")).dropTo(at("edge").add(0, 30));
        assertThat(history.present().find(Draw.id("cards")).flatMap(Element::parent))
                .contains(Draw.id("edge"));
        assertThat(history.past()).hasSize(1);
    }

    @Test
    void theWheelPansAndWithControlZooms(FxRobot robot) {
        robot.moveTo(at("api"));
        Viewport before = canvas.viewport();
        robot.scroll(2, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.viewport().zoom()).isEqualTo(before.zoom());
        assertThat(canvas.viewport().y()).isNotEqualTo(before.y());
        robot.press(KeyCode.CONTROL).scroll(2, VerticalDirection.DOWN).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.viewport().zoom()).isNotEqualTo(before.zoom());
    }

    @Test
    void placingAsksForTheNameAndMakesTheIdFromIt(FxRobot robot) {
        robot.interact(() -> canvas.armPlacement(Site.class));
        robot.clickOn(canvas.localToScreen(1180, 700));
        robot.write("Oslo").type(KeyCode.ENTER);
        assertThat(history.present().find(Draw.id("oslo"), Site.class)).isPresent();
        assertThat(canvas.selection()).containsExactly(Draw.id("oslo"));
        assertThat(canvas.tool()).isEqualTo(CanvasTool.SELECT);
    }

    @Test
    void doubleClickRenames(FxRobot robot) {
        robot.doubleClickOn(at("batch"));
        robot.write("nightly").type(KeyCode.ENTER);
        assertThat(history.present().find(Draw.id("batch")).map(Element::label))
                .contains("nightly");
    }

    @Test
    void aLineIsDrawnFromOneElementToAnother(FxRobot robot) {
        robot.type(KeyCode.L);
        robot.drag(at("core")).dropTo(at("zos1"));
        assertThat(connected).containsExactly(Draw.id("core"), Draw.id("zos1"));
    }

    @Test
    void aLineIsDrawnByKeysAlone(FxRobot robot) {
        robot.interact(() -> canvas.select(List.of(Draw.id("core"))));
        robot.type(KeyCode.L).write("zos").type(KeyCode.ENTER);
        assertThat(connected).containsExactly(Draw.id("core"), Draw.id("zos1"));
        assertThat(canvas.tool()).isEqualTo(CanvasTool.SELECT);
        assertThat(canvas.isFocused()).isTrue();
    }

    @Test
    void escapeEndsTheListOfTargets(FxRobot robot) throws IOException {
        robot.interact(() -> canvas.select(List.of(Draw.id("api"))));
        robot.type(KeyCode.L);
        assertThat(robot.lookup("#canvasTargets").query().isVisible()).isTrue();
        Screens.save(canvas, "canvas-targets");
        robot.type(KeyCode.DOWN).type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#canvasTargets").query().isVisible()).isFalse();
        assertThat(connected).isEmpty();
        assertThat(canvas.tool()).isEqualTo(CanvasTool.SELECT);
    }

    @Test
    void keysWalkAndDelete(FxRobot robot) {
        robot.interact(() -> canvas.select(List.of(Draw.id("api"))));
        robot.type(KeyCode.DOWN);
        assertThat(canvas.selection()).containsExactly(Draw.id("cards"));
        assertThat(canvas.getAccessibleText()).startsWith("Workload cards");
        robot.type(KeyCode.DELETE);
        assertThat(history.present().find(Draw.id("cards"))).isEmpty();
    }

    @Test
    void aFrameSelectsWhatItHolds(FxRobot robot) {
        robot.moveTo(canvas.localToScreen(4, 100)).press(MouseButton.PRIMARY);
        robot.moveTo(canvas.localToScreen(200, 320)).release(MouseButton.PRIMARY);
        assertThat(canvas.selection())
                .containsExactlyInAnyOrder(Draw.id("internet"), Draw.id("partner-pay"));
    }

    @Test
    void clickingALineSelectsTheFlow(FxRobot robot) {
        robot.clickOn(canvas.localToScreen(190, 159));
        assertThat(canvas.viewModel().selectedEdge().map(e -> e.value())).contains("web");
    }

    @Test
    void aBigDesignIsDrawnWithFewCallsFromAfar(FxRobot robot) throws IOException {
        Design big = Estates.of(12_000, 8_000);
        robot.interact(() -> {
            canvas.setDesign(big);
            canvas.fit();
        });
        awaitDrawing();
        assertThat(canvas.lod()).isEqualTo(Detail.OUTLINE);
        assertThat(canvas.tally().calls()).isBetween(500, 6_000);
        Screens.save(canvas, "canvas-big");
        robot.interact(() -> canvas.zoomTo(0.3));
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(canvas, "canvas-names");
        robot.interact(() -> canvas.zoomTo(0.12));
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(canvas, "canvas-boxes");
    }

    @Test
    void screensInBothThemes(FxRobot robot) throws IOException {
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                canvas.setPalette(palette);
                canvas.select(List.of(Draw.id("api")));
                canvas.fit();
            });
            WaitForAsyncUtils.waitForFxEvents();
            Screens.save(canvas, "canvas-" + palette.name().toLowerCase(Locale.ROOT));
            assertThat(canvas.isVisible(Draw.id("api"))).isTrue();
        }
        robot.interact(() -> canvas.setDesign(Design.EMPTY));
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(canvas, "canvas-empty");
        assertThat(canvas.verdictOf("web")).isPresent();
        robot.interact(() -> canvas.setVerdicts(Map.of()));
        assertThat(canvas.verdictOf("web")).isEmpty();
    }

    private void awaitDrawing() {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> !canvas.viewModel().isDrawing()).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for the drawing", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D at(String id) {
        var bounds = canvas.boundsOf(Draw.id(id)).orElseThrow();
        return canvas.localToScreen(bounds.getCenterX(), bounds.getCenterY());
    }
}
