package io.portolan.exporters.mesh.istio;

/// Where policies of Istio are enforced. They read the same rule differently.
public enum DataPath {
    /// A proxy beside the application, which reads HTTP.
    SIDECAR,
    /// The node's proxy of ambient mode, which does not.
    ZTUNNEL
}
