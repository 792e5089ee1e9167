/// Views of one design: saved filters and the layer that stands out.
@NullMarked
package io.portolan.app.ui.views;

import org.jspecify.annotations.NullMarked;
