/// Tests of the layout.
@NullMarked
package io.portolan.app.layout;

import org.jspecify.annotations.NullMarked;
