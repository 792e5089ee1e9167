/// The cluster-wide policies of Kubernetes: ClusterNetworkPolicy, and the AdminNetworkPolicy and
/// BaselineAdminNetworkPolicy that came before it.
@NullMarked
package io.portolan.exporters.kubernetes.clusterpolicy;

import org.jspecify.annotations.NullMarked;
