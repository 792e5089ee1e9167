/// Tests of the compilers.
@NullMarked
package io.portolan.model.compile;

import org.jspecify.annotations.NullMarked;
