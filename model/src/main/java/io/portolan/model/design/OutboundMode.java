package io.portolan.model.design;

/// What members may reach that the mesh does not know.
public enum OutboundMode {
    ALLOW_ANY,
    REGISTRY_ONLY
}
