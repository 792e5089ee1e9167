/// Tests of the drawing.
@NullMarked
package io.portolan.app.picture;

import org.jspecify.annotations.NullMarked;
