/// Kubernetes NetworkPolicy (`networking.k8s.io/v1`): read from manifests and written as such.
@NullMarked
package io.portolan.exporters.kubernetes.networkpolicy;

import org.jspecify.annotations.NullMarked;
