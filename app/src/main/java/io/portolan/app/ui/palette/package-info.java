/// The kinds that can be placed.
@NullMarked
package io.portolan.app.ui.palette;

import org.jspecify.annotations.NullMarked;
