/// Tests without a window.
@NullMarked
package io.portolan.app.ui.action;

import org.jspecify.annotations.NullMarked;
