package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.HybridBank;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

/// Verdicts that can be told apart by shape when nodes are mere boxes.
@ExtendWith(ApplicationExtension.class)
class FarSignsTest {
    private static final int INSIDE = Palette.LIGHT.of(Ink.NODE);

    private DesignCanvas canvas;

    @Start
    void start(Stage stage) {
        canvas = new DesignCanvas();
        canvas.setDesign(HybridBank.design());
        canvas.setVerdicts(HybridBank.verdicts());
        stage.setScene(new Scene(new StackPane(canvas), 1280, 760));
        stage.show();
    }

    @Test
    void aStoppedFlowHasAFullDiscAndAnUndefinedOneAHollowOne(FxRobot robot) {
        robot.interact(() -> {
            canvas.fit();
            canvas.zoomTo(0.2);
            canvas.layout();
        });
        assertThat(canvas.lod()).isEqualTo(Detail.BOX);
        PixelReader seen =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000,
                        () -> canvas.snapshot(new SnapshotParameters(), null).getPixelReader());
        assertThat(discs(Op.Sign.QUESTION))
                .isNotEmpty()
                .allSatisfy(d -> {
                    assertThat(at(seen, d, 0)).isEqualTo(INSIDE);
                    assertThat(at(seen, d, 4)).isNotEqualTo(INSIDE);
                });
        assertThat(discs(Op.Sign.CROSS))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(at(seen, d, 0)).isNotEqualTo(INSIDE));
    }

    private int at(PixelReader seen, Op.Disc disc, int right) {
        Point centre = canvas.viewport().toScreen(disc.centre());
        return seen.getArgb((int) Math.round(centre.x()) + right, (int) Math.round(centre.y()));
    }

    private List<Op.Disc> discs(Op.Sign sign) {
        return canvas.displayList().edges().stream()
                .map(Item.Edge::ops)
                .flatMap(List::stream)
                .filter(Op.Disc.class::isInstance)
                .map(Op.Disc.class::cast)
                .filter(d -> d.sign() == sign)
                .toList();
    }
}
