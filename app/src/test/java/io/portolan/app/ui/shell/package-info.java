/// Tests of the whole window.
@NullMarked
package io.portolan.app.ui.shell;

import org.jspecify.annotations.NullMarked;
