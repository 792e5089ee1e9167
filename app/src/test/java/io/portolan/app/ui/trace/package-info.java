/// Tests without a window.
@NullMarked
package io.portolan.app.ui.trace;

import org.jspecify.annotations.NullMarked;
