/// The sample designs, as resources. The same files lie in `samples/designs` of the project.
@NullMarked
package io.portolan.samples;

import org.jspecify.annotations.NullMarked;
