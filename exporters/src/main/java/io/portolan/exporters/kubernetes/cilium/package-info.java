/// Cilium's policies, from manifests to the plan.
@NullMarked
package io.portolan.exporters.kubernetes.cilium;

import org.jspecify.annotations.NullMarked;
