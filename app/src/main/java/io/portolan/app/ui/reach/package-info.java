/// Who reaches the selected element, and what it reaches.
@NullMarked
package io.portolan.app.ui.reach;

import org.jspecify.annotations.NullMarked;
