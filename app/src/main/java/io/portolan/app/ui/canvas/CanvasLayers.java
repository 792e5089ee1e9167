package io.portolan.app.ui.canvas;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

import java.util.List;

/// The layers of the canvas, from back to front: content with its ground, the bitmap that stands in
/// for it while the view moves, overlay. The ground is no layer of its own: each layer as large as
/// the window costs a millisecond a frame.
final class CanvasLayers {
    private final CanvasViewModel model;
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
        return List.of(content, bitmap, overlay);
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
        double scale = scaleOf(canvas);
        ContentPainter.Frame frame =
                new ContentPainter.Frame(scene, view, model.detail(), model.shownIn(), scale);
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
        }
    }

    private static double scaleOf(Region canvas) {
        if (canvas.getScene() == null) {
            return 1;
        }
        Window window = canvas.getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }
}
