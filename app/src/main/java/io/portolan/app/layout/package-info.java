/// Where elements go: measures of the drawing, and positions for designs that have none.
@NullMarked
package io.portolan.app.layout;

import org.jspecify.annotations.NullMarked;
