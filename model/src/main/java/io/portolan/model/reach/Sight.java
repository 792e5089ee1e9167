package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;

import java.util.Optional;

/// A packet at a site, seen by a point that governs `subject` (absent on devices).
record Sight(Packet packet, Site site, Optional<Member> subject) {
    static Sight of(Site site, Packet packet) {
        return new Sight(
                packet,
                site,
                switch (site) {
                    case Site.Workload(var direction, _, _) -> governed(direction, packet).member();
                    case Site.InRelay _ -> packet.destination().member();
                    case Site.Border _, Site.Device _ -> Optional.empty();
                });
    }

    static Party governed(Direction direction, Packet packet) {
        return direction == Direction.IN ? packet.destination() : packet.source();
    }

    /// The end whose policies count here.
    Party subjectParty() {
        return site instanceof Site.Workload w
                ? governed(w.direction(), packet)
                : packet.destination();
    }
}
