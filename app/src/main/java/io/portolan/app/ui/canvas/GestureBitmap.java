package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;

import javafx.animation.PauseTransition;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javafx.scene.transform.Translate;
import javafx.util.Duration;

/// A picture of the content with a margin around it that stands in for the content while the view
/// moves: moving a bitmap costs the same for any number of elements. Quiet for a moment, it makes
/// way for the real thing.
final class GestureBitmap extends ImageView {
    private static final double MARGIN = 0.25;
    private static final Duration QUIET = Duration.millis(80);

    /// Below this many items in sight painting them again is as quick and always sharp.
    private static final int WORTH_IT = 150;

    private final PauseTransition pause = new PauseTransition(QUIET);
    private final Translate move = new Translate();
    private final Scale grow = new Scale(1, 1);
    private Viewport taken = Viewport.START;
    private double scale = 1;

    GestureBitmap(Runnable onQuiet) {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getTransforms().setAll(move, grow);
        pause.setOnFinished(_ -> {
            setVisible(false);
            onQuiet.run();
        });
    }

    boolean isWorthIt(Tally last) {
        return last.nodes() + last.edges() + last.containers() >= WORTH_IT;
    }

    /// Shows the frame's view, from the picture taken before if that reaches so far.
    void showFrom(ContentPainter painter, ContentPainter.Frame frame) {
        if (!follow(frame.view())) {
            take(painter, frame);
            follow(frame.view());
        }
    }

    private void take(ContentPainter painter, ContentPainter.Frame frame) {
        Viewport v = frame.view();
        double dx = Math.rint(v.width() * MARGIN);
        double dy = Math.rint(v.height() * MARGIN);
        taken = v.pannedBy(dx, dy).sized(v.width() + 2 * dx, v.height() + 2 * dy);
        scale = frame.scale();
        Canvas canvas = new Canvas(taken.width(), taken.height());
        painter.paint(
                canvas.getGraphicsContext2D(),
                new ContentPainter.Frame(
                        frame.scene(), taken, frame.detail(), frame.palette(), scale));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        WritableImage image = canvas.snapshot(parameters, null);
        setImage(image);
        setVisible(true);
        pause.playFromStart();
    }

    /// Shows the picture as it looks from another view; false if it does not reach that far.
    private boolean follow(Viewport now) {
        if (!isVisible() || !covers(now)) {
            return false;
        }
        double z = now.zoom() / taken.zoom();
        move.setX(Math.rint((taken.x() - now.x()) * now.zoom()));
        move.setY(Math.rint((taken.y() - now.y()) * now.zoom()));
        grow.setX(z / scale);
        grow.setY(z / scale);
        pause.playFromStart();
        return true;
    }

    private boolean covers(Viewport now) {
        Area has = taken.seen();
        double ratio = now.zoom() / taken.zoom();
        return has.grownBy(1).contains(now.seen()) && ratio < 2 && ratio > 0.5;
    }
}
