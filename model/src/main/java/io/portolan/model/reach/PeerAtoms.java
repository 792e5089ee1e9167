package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;

/// Tests on one end of a connection.
final class PeerAtoms {
    private PeerAtoms() {}

    /// The source proves its identity by what the connection carries.
    static Truth source(Peer atom, Sight sight) {
        return atom instanceof Peer.Principal principal
                ? Truth.of(sight.packet().identity().filter(i -> proves(principal, i)).isPresent())
                : party(atom, sight.packet().source(), sight);
    }

    static Truth party(Peer atom, Party party, Sight sight) {
        Optional<Member> member = party.member();
        return switch (atom) {
            case Peer.OfKind(var kind) ->
                    Truth.of(member.isPresent() && member.get().kind() == kind);
            case Peer.Labelled labelled ->
                    Truth.of(member.isPresent() && carries(labelled, member.get()));
            case Peer.At(var blocks) -> at(blocks, party);
            case Peer.Principal principal ->
                    Truth.of(party.identity().filter(i -> proves(principal, i)).isPresent());
            case Peer.Relative(var relation) -> Truth.of(relates(relation, party, sight));
            case Peer.Domain(var name) -> domain(name, member);
        };
    }

    static boolean carries(Peer.Labelled wanted, Member member) {
        Optional<String> value = member.label(wanted.owner(), wanted.key());
        return value.isPresent() && Texts.matches(wanted.value(), value.get());
    }

    static boolean proves(Peer.Principal wanted, Identity identity) {
        return Texts.matches(wanted.trustDomain(), identity.trustDomain())
                && Texts.matches(wanted.namespace(), identity.namespace())
                && Texts.matches(wanted.account(), identity.account());
    }

    private static Truth at(List<Cidr> blocks, Party party) {
        if (party.addresses().isEmpty()) {
            return UnknownAddresses.mayLieIn(blocks, party.member()) ? Truth.MAYBE : Truth.NO;
        }
        return at(blocks, party.addresses());
    }

    static Truth at(List<Cidr> blocks, AddressSet addresses) {
        if (addresses.isSingle()) {
            return Truth.of(contains(blocks, addresses.first()));
        }
        if (blocks.stream().noneMatch(addresses::overlaps)) {
            return Truth.NO; // by far the most frequent: the address of one service among many
        }
        return AddressSet.of(blocks).containsAll(addresses) ? Truth.YES : Truth.MAYBE;
    }

    private static boolean contains(List<Cidr> blocks, Address address) {
        for (Cidr block : blocks) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean relates(Relation relation, Party party, Sight sight) {
        if (sight.subject().isEmpty() || party.member().isEmpty()) {
            return false;
        }
        Member subject = sight.subject().get();
        return switch (relation) {
            case ITSELF -> subject.name().equals(party.name());
            case ITS_NODE -> subject.node().filter(party.name()::equals).isPresent();
        };
    }

    static Truth domain(Text name, Optional<Member> member) {
        if (member.isEmpty() || member.get().names().isEmpty()) {
            return member.isPresent() && member.get().kind() == PeerKind.POD
                    ? Truth.NO
                    : Truth.MAYBE;
        }
        return Truth.of(member.get().names().stream().anyMatch(n -> Texts.matchesName(name, n)));
    }
}
