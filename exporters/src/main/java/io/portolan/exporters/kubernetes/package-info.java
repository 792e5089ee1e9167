/// Imports Kubernetes manifests: who runs in a cluster, and the policies found there.
@NullMarked
package io.portolan.exporters.kubernetes;

import org.jspecify.annotations.NullMarked;
