package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Everybody whom the relation is about: the members of an estate by name, then one stand-in for
/// every class of outside addresses, peers of which only the address is known.
record Population(List<Member> members, int known, List<AddressSet> outside) {
    static Population of(EnforcementPlan plan, Roster roster) {
        Collection<Cidr> blocks = new TreeSet<>(PlanBlocks.all(plan));
        roster.members().stream()
                .filter(m -> m.kind() == PeerKind.EXTERNAL)
                .forEach(m -> blocks.addAll(m.addresses()));
        List<AddressSet> outside = new AddressClasses(blocks).of(AddressSet.ALL);
        List<Member> members = new ArrayList<>(roster.members());
        for (AddressSet part : outside) {
            members.add(standIn(part, roster));
        }
        return new Population(List.copyOf(members), roster.members().size(), outside);
    }

    /// Drawn as the external member whose addresses these are, if there is one.
    private static Member standIn(AddressSet part, Roster roster) {
        Optional<Member> owner =
                roster.at("", AddressSet.of(part.first()), PortView.chosen()).stream()
                        .flatMap(party -> party.member().stream())
                        .filter(m -> m.kind() == PeerKind.EXTERNAL)
                        .findFirst();
        return new Member(
                "outside " + part.first(),
                PeerKind.EXTERNAL,
                "",
                owner.map(Member::segment).orElse(""),
                part.blocks(),
                owner.map(Member::labels).orElse(Map.of()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                owner.map(Member::names).orElse(List.of()),
                Optional.empty());
    }

    int size() {
        return members.size();
    }

    boolean isExternal(int number) {
        return members.get(number).kind() == PeerKind.EXTERNAL;
    }

    boolean isOutside(int number) {
        return number >= known;
    }

    /// The stretches of addresses that a number stands for: one member, or the ranges of a class.
    List<Relation.End> ends(int number) {
        return isOutside(number)
                ? outside.get(number - known).ranges().stream()
                        .<Relation.End>map(r -> new Relation.End.Outside(r.first(), r.last()))
                        .toList()
                : List.of(new Relation.End.Member(members.get(number).name()));
    }
}
