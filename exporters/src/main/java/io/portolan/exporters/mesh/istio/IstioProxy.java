package io.portolan.exporters.mesh.istio;

import java.util.List;
import java.util.Map;

/// A gateway of the Gateway API. A waypoint stands in front of what it serves.
public record IstioProxy(
        String id,
        String namespace,
        String name,
        String className,
        Map<String, String> labels,
        Role role,
        List<Served> serves) {
    public IstioProxy {
        labels = Map.copyOf(labels);
        serves = List.copyOf(serves);
    }

    /// What it is there for.
    public enum Role {
        GATEWAY,
        /// Whose class does not say that Istio runs it: it does if policies are attached to it.
        OTHER_GATEWAY,
        WAYPOINT
    }

    /// An object that a waypoint serves, with the name of the relay that is for it alone.
    /// `translates`: it is dialled on other ports than its pods listen on.
    public record Served(
            String relay, String kind, String namespace, String name, boolean translates) {}
}
