package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns the points that one connection met into what they are for every connection of its class.
final class FactorMaker {
    private final Stands stands;
    private final Gates gates;
    private final Guards guards;
    private final ByIdentity<List<EnforcementPoint>, Heads> known = new ByIdentity<>();

    /// The points of a site by the header that they look at.
    private record Heads(List<EnforcementPoint> original, List<EnforcementPoint> current) {}

    /// `guards`: of the plan whose points are met on the ways.
    FactorMaker(Gates gates, Guards guards) {
        this.stands = guards.stands();
        this.gates = gates;
        this.guards = guards;
    }

    /// The factors of a way; nothing where somebody on it has no number, or where packets look
    /// different from what gates know.
    Optional<List<Factor>> of(Alternative way) {
        Set<Factor> factors = new LinkedHashSet<>();
        for (Probe probe : way.probes()) {
            for (Probe part : byView(probe)) {
                Optional<Factor> factor = factor(part);
                if (factor.isEmpty()) {
                    return Optional.empty();
                }
                if (!isOpen(factor.get())) {
                    factors.add(factor.get());
                }
            }
        }
        return Optional.of(List.copyOf(factors));
    }

    /// Nobody sits there, or nobody who has a say about the end that is meant.
    private boolean isOpen(Factor factor) {
        return factor.gate().isOpen()
                || (factor.subject() instanceof Ref.Fixed(int end)
                        && guards.at(factor.gate()).isOpenTo(end));
    }

    /// Points that look at the header as it arrived, and the others.
    private List<Probe> byView(Probe probe) {
        Heads heads = known.of(probe.points(), FactorMaker::heads);
        if (heads.original().isEmpty()) {
            return List.of(probe);
        }
        List<Probe> parts = new ArrayList<>();
        Sight sight = Judging.viewed(heads.original().getFirst(), probe.sight());
        parts.add(new Probe(heads.original(), sight, probe.way()));
        if (!heads.current().isEmpty()) {
            parts.add(new Probe(heads.current(), probe.sight(), probe.way()));
        }
        return parts;
    }

    private static Heads heads(List<EnforcementPoint> points) {
        return new Heads(
                points.stream().filter(FactorMaker::isOriginal).toList(),
                points.stream().filter(point -> !isOriginal(point)).toList());
    }

    private static boolean isOriginal(EnforcementPoint point) {
        return point.position() instanceof Position.AtDevice at && at.view() == View.ORIGINAL;
    }

    private Optional<Factor> factor(Probe probe) {
        Packet packet = probe.sight().packet();
        Gate gate = gates.of(probe.points(), Lens.of(probe));
        Party client = probe.way() == Points.Way.THERE ? packet.source() : packet.destination();
        Party server = probe.way() == Points.Way.THERE ? packet.destination() : packet.source();
        boolean usual =
                client.port() instanceof PortView.Ephemeral && isProven(probe) && isUnsaid(probe);
        Optional<Ref> from = ref(packet.source());
        Optional<Ref> to = ref(packet.destination());
        if (!usual || from.isEmpty() || to.isEmpty() || !areApart(client, server)) {
            return Optional.empty();
        }
        boolean toSubject = gate.isSubjectDestination();
        return Optional.of(
                new Factor(
                        gate,
                        toSubject ? to.get() : from.get(),
                        toSubject ? from.get() : to.get(),
                        server.port()));
    }

    /// The source is on one side, the destination on the other.
    private static boolean areApart(Party client, Party server) {
        boolean sourceServes =
                server.role() == Party.Role.SOURCE || server.role() == Party.Role.NODE;
        return client.role() != Party.Role.DESTINATION && !sourceServes;
    }

    /// Who proves an identity proves that of the source.
    private boolean isProven(Probe probe) {
        Packet packet = probe.sight().packet();
        boolean own = packet.identity().equals(packet.source().identity());
        return packet.identity().isEmpty()
                || (probe.way() == Points.Way.THERE && own)
                || !asks(probe.points(), Interest.IDENTITY);
    }

    /// Gates know packets of which nobody says what they carry; what a relay wraps up is sealed.
    private boolean isUnsaid(Probe probe) {
        return probe.sight().packet().content() instanceof Content.Unspecified
                || !asks(probe.points(), Interest.REQUESTS);
    }

    private boolean asks(List<EnforcementPoint> points, Interest interest) {
        return points.stream().anyMatch(point -> gates.asks(point, interest));
    }

    private Optional<Ref> ref(Party party) {
        return switch (party.role()) {
            case SOURCE -> Optional.of(new Ref.Source());
            case DESTINATION -> Optional.of(new Ref.Destination());
            case NODE -> Optional.of(new Ref.Node(part(party)));
            case OTHER -> {
                int number = stands.number(party);
                yield number < 0 ? Optional.empty() : Optional.of(new Ref.Fixed(number));
            }
        };
    }

    private int part(Party node) {
        int end = stands.number(node);
        int[] all = stands.siblings(end);
        int part = 0;
        while (all[part] != end) {
            part++;
        }
        return part;
    }
}
