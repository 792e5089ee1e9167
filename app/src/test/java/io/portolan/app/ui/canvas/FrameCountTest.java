package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.Draw;
import io.portolan.app.picture.Estates;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;

/// What one frame of an estate of 1,600 nodes and 1,000 flows takes: exact counts, no times.
@ExtendWith(ApplicationExtension.class)
class FrameCountTest {
    private DesignCanvas canvas;

    @Start
    void start(Stage stage) {
        canvas = new DesignCanvas(new Studio(Runnable::run, Runnable::run));
        canvas.setDesign(Estates.of(1_600, 1_000));
        stage.setScene(new Scene(new StackPane(canvas), 1280, 760));
        stage.show();
    }

    @Test
    void closeByOnlyWhatIsInSightIsDrawn(FxRobot robot) {
        assertThat(at(robot, 1)).isEqualTo(new Tally(2_762, 7, 117, 64));
    }

    @Test
    void namesTakeFewCallsForEachNode(FxRobot robot) {
        assertThat(at(robot, 0.3)).isEqualTo(new Tally(2_664, 39, 299, 357));
    }

    @Test
    void boxesTakeOneCallForEachNodeAndEachPieceOfALine(FxRobot robot) {
        assertThat(at(robot, 0.15)).isEqualTo(new Tally(5_555, 73, 887, 1_120));
    }

    @Test
    void fromAfarNeitherNodesNorLinesAreDrawnOneByOne(FxRobot robot) {
        assertThat(at(robot, 0.05)).isEqualTo(new Tally(238, 87, 0, 0));
    }

    @Test
    void panningAndSelectingDrawNothingAnew(FxRobot robot) {
        Tally before = at(robot, 0.3);
        robot.interact(() -> canvas.layers().useBitmap());
        for (int i = 0; i < 5; i++) {
            robot.interact(() -> canvas.look(canvas.viewport().pannedBy(9, 4)));
            robot.interact(canvas::layout);
        }
        robot.interact(() -> canvas.select(List.of(Draw.id("w700"))));
        robot.interact(canvas::layout);
        assertThat(canvas.tally()).isSameAs(before);
    }

    private Tally at(FxRobot robot, double zoom) {
        robot.interact(() -> {
            canvas.layers().staySharp();
            canvas.zoomTo(zoom);
            canvas.look(canvas.viewport().centredOn(canvas.displayList().bounds().centre()));
            canvas.layout();
        });
        return canvas.tally();
    }
}
