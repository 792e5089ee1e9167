package io.portolan.exporters.kubernetes;

/// The meshes besides Istio, known when their readers have finished.
record OtherMeshes(LinkerdReader linkerd, ConsulReader consul) {
    /// Whether there is one whose proxies obey routes of Services.
    boolean obeysRoutes() {
        return linkerd.mesh().isPresent();
    }
}
