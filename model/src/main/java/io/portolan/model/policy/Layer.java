package io.portolan.model.policy;

/// The kind of defence, for depth and for drift between layers.
public enum Layer {
    POD_POLICY,
    MESH,
    GATEWAY,
    DEVICE,
    CLOUD
}
