/// Tests of the canvas.
@NullMarked
package io.portolan.app.ui.canvas;

import org.jspecify.annotations.NullMarked;
