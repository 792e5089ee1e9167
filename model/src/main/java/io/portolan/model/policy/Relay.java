package io.portolan.model.policy;

import java.util.List;

/// A proxy that ends the connection at `endpoint` and opens another one from there. Reached by
/// dialling it, or put in between by the client's proxy (`interposes`, on the dialled header). Of
/// several at one endpoint the first is the one that is dialled.
public record Relay(String name, String endpoint, Match interposes, List<RelayListener> listeners) {
    public Relay {
        listeners = List.copyOf(listeners);
    }
}
