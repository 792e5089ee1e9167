/// What an architect does with the window, step by step.
@NullMarked
package io.portolan.app.ui.journey;

import org.jspecify.annotations.NullMarked;
