/// What the network policies of a cluster let pass, and what its plug-in makes of those that were
/// found.
@NullMarked
package io.portolan.model.compile.pod;

import org.jspecify.annotations.NullMarked;
