/// Tests without a window.
@NullMarked
package io.portolan.app.ui.export;

import org.jspecify.annotations.NullMarked;
