/// Consul: intentions read into the plan.
@NullMarked
package io.portolan.exporters.mesh.consul;

import org.jspecify.annotations.NullMarked;
