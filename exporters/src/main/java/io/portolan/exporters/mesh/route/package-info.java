/// Routes that send clients of a mesh elsewhere than to what they dial, whatever mesh it is.
@NullMarked
package io.portolan.exporters.mesh.route;

import org.jspecify.annotations.NullMarked;
