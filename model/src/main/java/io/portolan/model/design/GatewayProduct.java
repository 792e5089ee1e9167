package io.portolan.model.design;

/// Gateways, by program and role.
public enum GatewayProduct {
    ENVOY,
    NGINX,
    NGINX_PLUS,
    AWS_ALB,
    ISTIO_INGRESS,
    ISTIO_EGRESS,
    ISTIO_EAST_WEST,
    ISTIO_WAYPOINT,
    CONSUL_TERMINATING
}
