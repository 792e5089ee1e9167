package io.portolan.model.policy;

/// When a table acts: before policy at the client's node, after it, before or after routing in a
/// device.
public enum Hook {
    SERVICE,
    EGRESS,
    PREROUTING,
    POSTROUTING
}
