package io.portolan.model.design;

/// Service meshes, by the way their data plane works.
public enum MeshProduct {
    ISTIO_SIDECAR,
    ISTIO_AMBIENT,
    LINKERD,
    CONSUL
}
