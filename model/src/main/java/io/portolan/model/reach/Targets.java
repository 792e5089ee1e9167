package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressRange;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one end of a header may become.
final class Targets {
    private final Translating translating;
    private final PeerIndex peers;

    Targets(Translating translating, PeerIndex peers) {
        this.translating = translating;
        this.peers = peers;
    }

    List<Party> of(Party party, Rewrite rewrite, Stand stand) {
        return candidates(party, rewrite.address(), stand)
                .flatMap(target -> target.on(rewrite.port()))
                .toList();
    }

    /// Whom the network sees, and who listens there: the ports that a pod names are its own, though
    /// its node is seen.
    private record Candidate(Party party, Optional<Member> listener) {
        static Candidate of(Party party) {
            return new Candidate(party, party.member());
        }

        Stream<Party> on(PortTarget port) {
            return switch (port) {
                case PortTarget.Keep() -> Stream.of(party);
                case PortTarget.ToNumber(int number) ->
                        Stream.of(party.on(new PortView.Fixed(number)));
                case PortTarget.ToName(var name) ->
                        listener.stream()
                                .flatMap(m -> m.namedPorts().getOrDefault(name, List.of()).stream())
                                .map(NamedPort::number)
                                .distinct()
                                .map(number -> party.on(new PortView.Fixed(number)));
            };
        }
    }

    private Stream<Candidate> candidates(Party party, Target target, Stand stand) {
        return switch (target) {
            case Target.Backends(var members) -> backends(members, party.port());
            case Target.OneOf(var several) ->
                    several.stream().flatMap(one -> candidates(party, one, stand));
            case Target.Unchanged() -> Stream.of(Candidate.of(party));
            case Target.Own() ->
                    stand.own().stream().map(own -> Candidate.of(own.on(party.port())));
            case Target.Pool(var blocks) -> at(AddressSet.of(blocks), party, stand);
            case Target.SameOffset(var from, var to) ->
                    at(moved(party.addresses(), from, to), party, stand);
        };
    }

    private Stream<Candidate> at(AddressSet addresses, Party instead, Stand stand) {
        return translating.at(stand.realm(), addresses, instead.port()).stream().map(Candidate::of);
    }

    /// Why it is not known whom else it may become.
    static List<String> unknown(Target target) {
        return switch (target) {
            case Target.Backends(Expr.Unknown<Peer>(var why)) -> List.of(why);
            case Target.OneOf(var several) ->
                    several.stream().flatMap(one -> unknown(one).stream()).toList();
            case Target.Unchanged(),
                    Target.Pool(_),
                    Target.SameOffset(_, _),
                    Target.Own(),
                    Target.Backends(_) ->
                    List.of();
        };
    }

    private static AddressSet moved(AddressSet addresses, Cidr from, Cidr to) {
        return new AddressSet(
                addresses.ranges().stream()
                        .map(range ->
                                new AddressRange(
                                        moved(range.first(), from, to),
                                        moved(range.last(), from, to)))
                        .toList());
    }

    private static Address moved(Address address, Cidr from, Cidr to) {
        return to.first().offsetBy(from.first(), address);
    }

    private Stream<Candidate> backends(Expr<Peer> members, PortView port) {
        List<Candidate> candidates = new ArrayList<>();
        peers.of(members)
                .surely()
                .forEach(i -> {
                    Member member = peers.member(i).orElseThrow();
                    if (member.kind() != PeerKind.EXTERNAL) {
                        translating
                                .self(member, port)
                                .forEach(
                                        p -> candidates.add(new Candidate(p, Optional.of(member))));
                    }
                });
        return candidates.stream();
    }
}
