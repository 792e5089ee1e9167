/// Tests of the catalogue of samples.
@NullMarked
package io.portolan.samples;

import org.jspecify.annotations.NullMarked;
