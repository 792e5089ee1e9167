/// Tests without a window.
@NullMarked
package io.portolan.app.ui.flows;

import org.jspecify.annotations.NullMarked;
