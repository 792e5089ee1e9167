/// Linkerd: policies read into the plan.
@NullMarked
package io.portolan.exporters.mesh.linkerd;

import org.jspecify.annotations.NullMarked;
