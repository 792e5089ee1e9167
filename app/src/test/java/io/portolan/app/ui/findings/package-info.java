/// Tests without a window.
@NullMarked
package io.portolan.app.ui.findings;

import org.jspecify.annotations.NullMarked;
