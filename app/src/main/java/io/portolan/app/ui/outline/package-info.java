/// The elements of the design as a tree.
@NullMarked
package io.portolan.app.ui.outline;

import org.jspecify.annotations.NullMarked;
