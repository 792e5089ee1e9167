package io.portolan.app.ui.palette;

import io.portolan.model.design.Element;

/// How the palette puts elements into the drawing.
public interface Placement {
    /// The next click in the drawing places one of this kind.
    void arm(Class<? extends Element> kind);

    /// Places one in the middle of what is seen.
    void place(Class<? extends Element> kind);
}
