package io.portolan.model.policy;

/// How near to the workload, innermost first (PROXY and SOCKET share the pod).
public enum Place {
    PROXY,
    SOCKET,
    NIC,
    SUBNET
}
