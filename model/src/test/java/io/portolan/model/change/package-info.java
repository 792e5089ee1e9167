@NullMarked
package io.portolan.model.change;

import org.jspecify.annotations.NullMarked;
