package io.portolan.model.design;

/// The types of Kubernetes Services; a ClusterIP service without address is headless.
public enum ServiceType {
    CLUSTER_IP,
    HEADLESS,
    NODE_PORT,
    LOAD_BALANCER,
    EXTERNAL_NAME
}
