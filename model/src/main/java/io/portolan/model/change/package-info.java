/// Edits of a design as data, and the history of them.
@NullMarked
package io.portolan.model.change;

import org.jspecify.annotations.NullMarked;
