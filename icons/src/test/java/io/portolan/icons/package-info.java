/// Tests of the icon set.
@NullMarked
package io.portolan.icons;

import org.jspecify.annotations.NullMarked;
