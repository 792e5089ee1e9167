package io.portolan.model.design;

/// How pod packets cross between nodes.
public enum Encapsulation {
    NONE,
    IP_IN_IP,
    VXLAN,
    GENEVE,
    WIREGUARD
}
