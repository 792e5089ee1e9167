package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Palette;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

import java.util.List;

/// The four layers of the canvas, from back to front: ground with its grid, content, the bitmap
/// that stands in for both while the view moves, overlay.
final class CanvasLayers {
    private final CanvasViewModel model;
    private final DotGrid grid = new DotGrid();
    private final Canvas content = new Canvas();
    private final GestureBitmap bitmap;
    private final Overlay overlay;
    private final Rectangle clip = new Rectangle();
    private final ContentPainter painter = new ContentPainter();
    private boolean alwaysSharp;
    private Tally tally = new Tally(0, 0, 0, 0);
    private Viewport painted = Viewport.START;
    private Scene2d paintedScene;

    CanvasLayers(CanvasViewModel model, Overlay overlay, Runnable repaint) {
        this.model = model;
        this.overlay = overlay;
        this.paintedScene = model.scene();
        this.bitmap = new GestureBitmap(repaint);
        content.setManaged(false);
        content.setMouseTransparent(true);
    }

    List<Node> nodes() {
        return List.of(grid, content, bitmap, overlay);
    }

    /// Never shows the bitmap: for measuring what painting costs.
    void staySharp() {
        alwaysSharp = true;
    }

    void useBitmap() {
        alwaysSharp = false;
    }

    Tally tally() {
        return tally;
    }

    /// One frame: the bitmap if the view only moved and it reaches, else the content anew.
    void paint(Region canvas) {
        Viewport view = model.viewport();
        Scene2d scene = model.scene();
        size(canvas, view);
        grid.paint(view, model.palette());
        double scale = scaleOf(canvas);
        ContentPainter.Frame frame =
                new ContentPainter.Frame(scene, view, model.detail(), model.palette(), scale);
        boolean current = scene.equals(paintedScene) && view.equals(painted);
        boolean moved = scene.equals(paintedScene) && isSized(view) && tally.calls() > 0;
        if (current) {
            content.setVisible(!bitmap.isVisible());
        } else if (moved && !alwaysSharp && bitmap.isWorthIt(tally)) {
            bitmap.showFrom(painter, frame);
            content.setVisible(false);
        } else {
            content(frame);
        }
        overlay.arrange(model);
    }

    private boolean isSized(Viewport view) {
        return view.width() == painted.width() && view.height() == painted.height();
    }

    private void content(ContentPainter.Frame frame) {
        bitmap.setVisible(false);
        content.setVisible(true);
        tally = painter.paint(content.getGraphicsContext2D(), frame);
        painted = frame.view();
        paintedScene = frame.scene();
    }

    private void size(Region canvas, Viewport view) {
        if (content.getWidth() != view.width() || content.getHeight() != view.height()) {
            content.setWidth(view.width());
            content.setHeight(view.height());
            clip.setWidth(view.width());
            clip.setHeight(view.height());
            canvas.setClip(clip);
            grid.resize(view.width(), view.height());
        }
    }

    private static double scaleOf(Region canvas) {
        if (canvas.getScene() == null) {
            return 1;
        }
        Window window = canvas.getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    /// The ground: a plain colour and a grid of dots.
    private static final class DotGrid extends Region {
        private static final double PITCH = 24;
        private static final double LEAST_PITCH = 14;

        private final Canvas dots = new Canvas();
        private Viewport drawn = Viewport.START;
        private Palette drawnIn = Palette.LIGHT;

        DotGrid() {
            setManaged(false);
            setMouseTransparent(true);
            getChildren().add(dots);
        }

        void paint(Viewport view, Palette palette) {
            if (dots.getWidth() != view.width() || dots.getHeight() != view.height()) {
                dots.setWidth(view.width());
                dots.setHeight(view.height());
            }
            if (view.equals(drawn) && palette == drawnIn) {
                return;
            }
            drawn = view;
            drawnIn = palette;
            GraphicsContext g = dots.getGraphicsContext2D();
            g.setFill(Colours.of(palette.of(Ink.CANVAS)));
            g.fillRect(0, 0, view.width(), view.height());
            double pitch = PITCH * view.zoom();
            if (pitch < LEAST_PITCH) {
                return;
            }
            g.setFill(Colours.of(palette.of(Ink.DOT)));
            double left = -Math.floorMod(Math.round(view.x() * view.zoom()), Math.round(pitch));
            double top = -Math.floorMod(Math.round(view.y() * view.zoom()), Math.round(pitch));
            for (double x = left; x < view.width(); x += pitch) {
                for (double y = top; y < view.height(); y += pitch) {
                    g.fillRect(Math.rint(x), Math.rint(y), 2, 2);
                }
            }
        }
    }
}
