package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Dash;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Route;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.function.Consumer;

@ExtendWith(ApplicationExtension.class)
class StrokesOnPixelsTest {
    private static final int INK = 0xFF0B7A5B;
    private static final int RIM = 0xFFB9CDF4;
    private static final PixelGrid PIXELS = new PixelGrid(1);
    private static final Viewport FAR = new Viewport(0, 0, 0.2, 200, 100);

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @Test
    void breaksOfLinesCanBeCountedHoweverFarAway() {
        assertThat(marks(Dash.SOLID)).isEqualTo("61");
        assertThat(marks(Dash.DASHED)).isEqualTo("6 6 6 6 6 6 6");
        assertThat(marks(Dash.DOTTED)).isEqualTo("2 2 2 2 2 2 2 2 2 2 2 2 1");
    }

    @Test
    void aBrokenLineGoesOnRoundTheCorner() {
        Route bent = new Route(List.of(new Point(0, 50), new Point(35, 50), new Point(35, 300)));
        PixelReader seen = seen(g -> draw(g, bent, Dash.DASHED));
        StringBuilder down = new StringBuilder();
        for (int y = 10; y < 30; y++) {
            down.append(seen.getArgb(7, y) == INK ? '#' : '.');
        }
        assertThat(down.toString()).isEqualTo("..######...######...");
    }

    @Test
    void aPlateHasARimOfWholePixelsAndRoundCorners() {
        Area area = new Area(10.3, 10.4, 60, 30);
        PixelReader seen =
                seen(g ->
                        new Plates(g, PIXELS, new Rings())
                                .draw(new Plates.Plate(area, 6, 1, RIM, INK)));
        assertThat(seen.getArgb(40, 10)).isEqualTo(RIM);
        assertThat(seen.getArgb(40, 9)).isEqualTo(0xFFFFFFFF);
        assertThat(seen.getArgb(40, 11)).isEqualTo(INK);
        assertThat(seen.getArgb(10, 25)).isEqualTo(RIM);
        assertThat(seen.getArgb(10, 10)).isEqualTo(0xFFFFFFFF);
        assertThat(seen.getArgb(14, 14)).isEqualTo(INK);
    }

    private static String marks(Dash dash) {
        Route flat = new Route(List.of(new Point(0, 50), new Point(300, 50)));
        PixelReader seen = seen(g -> draw(g, flat, dash));
        StringBuilder marks = new StringBuilder();
        int length = 0;
        for (int x = 0; x < 80; x++) {
            boolean ink = seen.getArgb(x, 10) == INK;
            if (!ink && length > 0) {
                marks.append(marks.isEmpty() ? "" : " ").append(length);
            }
            length = ink ? length + 1 : 0;
        }
        return marks.toString();
    }

    private static void draw(GraphicsContext g, Route route, Dash dash) {
        new Dashes().draw(new Dashes.Sheet(g, FAR, PIXELS), route, new Pen(INK, 1, dash));
    }

    private static PixelReader seen(Consumer<GraphicsContext> drawing) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    Canvas canvas = new Canvas(200, 100);
                    canvas.getGraphicsContext2D().setFill(Color.WHITE);
                    canvas.getGraphicsContext2D().fillRect(0, 0, 200, 100);
                    drawing.accept(canvas.getGraphicsContext2D());
                    return canvas.snapshot(new SnapshotParameters(), null).getPixelReader();
                });
    }
}
