/// From a design to who exists and what decides: the estate and the enforcement plan.
@NullMarked
package io.portolan.model.compile;

import org.jspecify.annotations.NullMarked;
