/// Who takes a connection for somebody else: services, load balancers, gateways and waypoints.
@NullMarked
package io.portolan.model.compile.gateway;

import org.jspecify.annotations.NullMarked;
