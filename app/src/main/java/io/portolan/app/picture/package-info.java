/// The drawing of a design as data, and painters that turn it into SVG, PDF and PNG. Knows nothing
/// of JavaFX: the window paints the same data.
@NullMarked
package io.portolan.app.picture;

import org.jspecify.annotations.NullMarked;
