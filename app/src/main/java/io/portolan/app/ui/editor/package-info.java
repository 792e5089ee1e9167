/// What all parts of the window share: the design being edited, what is selected, what is known of
/// it.
@NullMarked
package io.portolan.app.ui.editor;

import org.jspecify.annotations.NullMarked;
