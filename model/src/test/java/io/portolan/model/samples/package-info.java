/// Tests of the samples against the model.
@NullMarked
package io.portolan.model.samples;

import org.jspecify.annotations.NullMarked;
