/// Tests without a window.
@NullMarked
package io.portolan.app.ui.history;

import org.jspecify.annotations.NullMarked;
