package io.portolan.model.design;

/// An element that contains others.
public sealed interface Zone extends Element
        permits Site, CloudRegion, CloudNetwork, Cluster, Namespace, Vlan, Subnet, Mesh {}
