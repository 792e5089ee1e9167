/// Tests without a window.
@NullMarked
package io.portolan.app.ui.outline;

import org.jspecify.annotations.NullMarked;
