/// Istio: authorization and mutual TLS read from manifests, and written as such.
@NullMarked
package io.portolan.exporters.mesh.istio;

import org.jspecify.annotations.NullMarked;
