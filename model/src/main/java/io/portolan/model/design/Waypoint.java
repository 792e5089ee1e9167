package io.portolan.model.design;

import java.util.List;

/// What a gateway that nobody dials stands in front of: a waypoint of an ambient mesh, or one that
/// terminates connections to the outside. Services are meant where they are dialled, workloads
/// where their pods are. Clients that the mesh has captured reach them through it; gateways only
/// those of `servesGateways`.
public record Waypoint(List<ElementId> serves, List<ElementId> servesGateways) {
    public Waypoint {
        serves = List.copyOf(serves);
        servesGateways = List.copyOf(servesGateways);
    }

    /// The relay that a waypoint is for one of those whom it serves, where policies tell them
    /// apart. For all others it is a relay of its own name.
    public static String relay(ElementId waypoint, ElementId served) {
        return waypoint + " for " + served;
    }
}
