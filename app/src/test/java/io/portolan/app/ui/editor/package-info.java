/// Tests without a window.
@NullMarked
package io.portolan.app.ui.editor;

import org.jspecify.annotations.NullMarked;
