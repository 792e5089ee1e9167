package io.portolan.model.design;

/// The network plug-ins with a known behaviour profile.
public enum CniProduct {
    CALICO,
    FLANNEL,
    CILIUM
}
