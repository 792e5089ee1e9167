/// The canvas: an own renderer over the display list of a picture, tools, and a thin overlay.
@NullMarked
package io.portolan.app.ui.canvas;

import org.jspecify.annotations.NullMarked;
