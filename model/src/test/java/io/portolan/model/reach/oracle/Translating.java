package io.portolan.model.reach.oracle;

import io.portolan.model.net.Address;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Rewrites one end of a packet; several targets are several alternatives.
final class Translating {
    static final int EPHEMERAL = 40_000;

    private final EnforcementPlan plan;
    private final Estate estate;

    Translating(EnforcementPlan plan, Estate estate) {
        this.plan = plan;
        this.estate = estate;
    }

    /// From where a translation is made: the address it calls its own, and the realm in which it
    /// knows others.
    record Stand(Optional<Packet.Party> own, String realm) {}

    Packet.Party party(String realm, Address address, int port) {
        return new Packet.Party(address, port, estate.resolve(realm, address));
    }

    Packet.Party self(String endpoint, int port) {
        return self(Members.get(estate, endpoint), port);
    }

    private Packet.Party self(Estate.Member endpoint, int port) {
        Estate.Member seen = Members.asSeen(estate, endpoint);
        return new Packet.Party(Members.address(seen), port, Optional.of(seen));
    }

    /// The tables of the cluster, carried out at the client's node.
    List<Flow> atSource(Flow flow, Hook hook) {
        Estate.Member source = flow.packet().source().endpoint().orElseThrow();
        Stand stand = new Stand(source.node().map(node -> self(node, EPHEMERAL)), source.realm());
        Site site = Points.workload(Direction.OUT, Place.NIC, Optional.empty());
        List<Flow> flows = List.of(flow);
        for (NatTable table : plan.natTables()) {
            if (table.hook() == hook) {
                flows =
                        Flow.each(
                                flows,
                                f ->
                                        translated(
                                                f,
                                                table,
                                                Points.sight(site, f.packet()),
                                                t -> rewritten(f, t, stand)));
            }
        }
        return flows;
    }

    /// The first translation that matches applies; one that may match is followed both ways.
    static List<Flow> translated(
            Flow flow,
            NatTable table,
            Matching.Sight sight,
            Function<Translation, List<Flow>> apply) {
        Matching.Truth client = Matching.governs(table.clients(), flow.packet().source(), sight);
        List<Flow> flows = new ArrayList<>();
        for (Translation translation : table.translations()) {
            Matching.Truth truth = client.and(Matching.matches(translation.match(), sight));
            if (truth != Matching.Truth.NO) {
                flows.addAll(apply.apply(translation));
            }
            if (truth == Matching.Truth.YES) {
                return flows;
            }
        }
        flows.add(flow);
        return flows;
    }

    List<Flow> rewritten(Flow flow, Translation t, Stand stand) {
        return Flow.each(
                redirected(flow, t, stand), f -> resourced(f, t.name(), t.source(), stand));
    }

    List<Flow> redirected(Flow flow, Translation t, Stand stand) {
        if (t.destination().equals(Rewrite.NONE)) {
            return List.of(flow);
        }
        if (t.destination().address() instanceof Target.Backends(Expr.Unknown<Peer>(var why))) {
            return flow.ending(t.name(), Interpreter.Verdict.UNDEFINED, why);
        }
        List<Packet.Party> targets = targets(flow.packet().destination(), t.destination(), stand);
        return targets.isEmpty()
                ? flow.ending(t.name(), Interpreter.Verdict.NO_ROUTE, "no backend")
                : targets.stream()
                        .map(target -> flow.packet().to(target).translated(Optional.of(t.name())))
                        .map(packet -> flow.with(packet).noting(t.name()))
                        .toList();
    }

    List<Flow> resourced(Flow flow, String name, Rewrite rewrite, Stand stand) {
        return rewrite.equals(Rewrite.NONE)
                ? List.of(flow)
                : targets(flow.packet().source(), rewrite, stand).stream()
                        .map(source -> flow.with(flow.packet().from(source)).noting(name))
                        .toList();
    }

    List<Packet.Party> targets(Packet.Party party, Rewrite rewrite, Stand stand) {
        return candidates(party, rewrite.address(), stand)
                .map(target -> withPort(target, rewrite.port()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whom the network sees, and who listens there and has named his ports.
    private record Candidate(Packet.Party party, Optional<Estate.Member> listener) {
        static Candidate of(Packet.Party party) {
            return new Candidate(party, party.endpoint());
        }
    }

    private Stream<Candidate> candidates(Packet.Party party, Target target, Stand stand) {
        int port = party.port();
        return switch (target) {
            case Target.Unchanged() -> Stream.of(Candidate.of(party));
            case Target.Pool(var blocks) ->
                    blocks.stream()
                            .flatMap(block -> Stream.of(block.first(), block.last()).distinct())
                            .map(address -> Candidate.of(party(stand.realm(), address, port)));
            case Target.SameOffset(var from, var to) ->
                    Stream.of(
                            Candidate.of(
                                    party(
                                            stand.realm(),
                                            to.first().offsetBy(from.first(), party.address()),
                                            port)));
            case Target.Own() -> stand.own().stream().map(own -> Candidate.of(own.withPort(port)));
            case Target.Backends(var members) -> backends(members, port);
            case Target.OneOf(var several) ->
                    several.stream().flatMap(one -> candidates(party, one, stand));
        };
    }

    private Stream<Candidate> backends(Expr<Peer> members, int port) {
        return estate.members().stream()
                .filter(endpoint -> endpoint.kind() != PeerKind.EXTERNAL)
                .filter(endpoint -> isMember(endpoint, members))
                .map(endpoint -> new Candidate(self(endpoint, port), Optional.of(endpoint)));
    }

    /// Membership does not depend on a packet; only labels, kinds and addresses can occur here.
    private static boolean isMember(Estate.Member endpoint, Expr<Peer> members) {
        Packet.Party party = new Packet.Party(Members.address(endpoint), 0, Optional.of(endpoint));
        Packet.Payload none = new Packet.Payload.Unspecified();
        Packet packet =
                new Packet(
                        0,
                        party,
                        party,
                        none,
                        Optional.empty(),
                        ConnectionState.NEW,
                        Optional.empty());
        Matching.Sight nowhere =
                new Matching.Sight(packet, new Site.InRelay(""), Optional.of(endpoint));
        return Matching.governs(members, party, nowhere) == Matching.Truth.YES;
    }

    private static Optional<Packet.Party> withPort(Candidate candidate, PortTarget port) {
        Packet.Party party = candidate.party();
        return switch (port) {
            case PortTarget.Keep() -> Optional.of(party);
            case PortTarget.ToNumber(int number) -> Optional.of(party.withPort(number));
            case PortTarget.ToName(var name) ->
                    candidate
                            .listener()
                            .flatMap(e -> Members.namedPort(e, name))
                            .map(party::withPort);
        };
    }
}
