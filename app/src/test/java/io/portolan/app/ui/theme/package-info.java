/// Tests without a window.
@NullMarked
package io.portolan.app.ui.theme;

import org.jspecify.annotations.NullMarked;
