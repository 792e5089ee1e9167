package io.portolan.app.ui.canvas;

/// What the mouse does on the canvas.
public enum CanvasTool {
    SELECT,
    /// Puts an element of the armed kind where the mouse is released.
    PLACE,
    /// Draws a flow from one element to another.
    CONNECT,
    /// Draws a cable: plugs a device into a segment or into another device.
    LINK,
    PAN
}
