package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Point;

/// What happens between pressing and releasing the mouse; points are pixels of the canvas.
interface Gesture {
    void drag(Point screen);

    void release(Point screen);
}
