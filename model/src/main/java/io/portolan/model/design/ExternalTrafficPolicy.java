package io.portolan.model.design;

/// Whether traffic from outside may be handed to another node.
public enum ExternalTrafficPolicy {
    CLUSTER,
    LOCAL
}
