@NullMarked
package io.portolan.model.format;

import org.jspecify.annotations.NullMarked;
