package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressRange;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;

import java.util.ArrayList;
import java.util.List;
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
                .flatMap(target -> withPort(target, rewrite.port()))
                .toList();
    }

    private Stream<Party> candidates(Party party, Target target, Stand stand) {
        return switch (target) {
            case Target.Unchanged() -> Stream.of(party);
            case Target.Pool(var blocks) ->
                    translating.at(stand.realm(), AddressSet.of(blocks), party.port()).stream();
            case Target.SameOffset(var from, var to) ->
                    translating
                            .at(stand.realm(), moved(party.addresses(), from, to), party.port())
                            .stream();
            case Target.Own() -> stand.own().stream().map(own -> own.on(party.port()));
            case Target.Backends(var members) -> backends(members, party.port());
            case Target.OneOf(var several) ->
                    several.stream().flatMap(one -> candidates(party, one, stand));
        };
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

    private Stream<Party> backends(Expr<Peer> members, PortView port) {
        List<Party> parties = new ArrayList<>();
        peers.of(members)
                .surely()
                .forEach(i -> {
                    if (peers.member(i).orElseThrow().kind() != PeerKind.EXTERNAL) {
                        parties.addAll(translating.self(peers.member(i).orElseThrow(), port));
                    }
                });
        return parties.stream();
    }

    private Stream<Party> withPort(Party party, PortTarget port) {
        return switch (port) {
            case PortTarget.Keep() -> Stream.of(party);
            case PortTarget.ToNumber(int number) -> Stream.of(party.on(new PortView.Fixed(number)));
            case PortTarget.ToName(var name) ->
                    party.member().stream()
                            .flatMap(m -> m.namedPorts().getOrDefault(name, List.of()).stream())
                            .map(NamedPort::number)
                            .distinct()
                            .map(number -> party.on(new PortView.Fixed(number)));
        };
    }
}
