package io.portolan.model.policy;

/// What an endpoint is. HOST_POD lives in its node's network and is its node to everyone else.
public enum PeerKind {
    POD,
    HOST_POD,
    NODE,
    MACHINE,
    EXTERNAL
}
