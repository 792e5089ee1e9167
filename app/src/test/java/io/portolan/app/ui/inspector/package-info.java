/// Tests without a window.
@NullMarked
package io.portolan.app.ui.inspector;

import org.jspecify.annotations.NullMarked;
