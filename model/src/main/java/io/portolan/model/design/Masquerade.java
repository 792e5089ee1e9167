package io.portolan.model.design;

/// Whether pods leave the cluster with the address of their node.
public enum Masquerade {
    OUTSIDE_CLUSTER,
    NEVER
}
