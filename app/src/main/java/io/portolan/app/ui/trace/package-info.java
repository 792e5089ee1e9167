/// The path of one flow, hop by hop.
@NullMarked
package io.portolan.app.ui.trace;

import org.jspecify.annotations.NullMarked;
