/// Calico's policies, tiers, network sets and host endpoints, from manifests to the plan.
@NullMarked
package io.portolan.exporters.kubernetes.calico;

import org.jspecify.annotations.NullMarked;
