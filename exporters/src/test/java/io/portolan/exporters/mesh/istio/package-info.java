/// Tests of Istio.
@NullMarked
package io.portolan.exporters.mesh.istio;

import org.jspecify.annotations.NullMarked;
