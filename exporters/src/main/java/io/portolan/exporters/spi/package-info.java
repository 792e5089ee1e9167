/// What a dialect offers: the only package of this module that others use.
@NullMarked
package io.portolan.exporters.spi;

import org.jspecify.annotations.NullMarked;
