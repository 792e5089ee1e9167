/// Tests without a window.
@NullMarked
package io.portolan.app.ui.palette;

import org.jspecify.annotations.NullMarked;
