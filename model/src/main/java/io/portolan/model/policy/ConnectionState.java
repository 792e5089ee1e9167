package io.portolan.model.policy;

/// What connection tracking says of a packet; a new connection's first packet is NEW, its reply
/// ESTABLISHED.
public enum ConnectionState {
    NEW,
    ESTABLISHED,
    RELATED,
    INVALID
}
