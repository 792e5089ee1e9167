package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The members of an estate, found by name and by address without a search. A member's number is
/// its place in the order of names.
final class Roster {
    private final List<Member> members;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final AddressOwners owners;
    private final Map<String, List<String>> gateways;
    private final boolean hasGateways;

    Roster(Estate estate) {
        members = estate.members().stream().sorted(Comparator.comparing(Member::name)).toList();
        for (int i = 0; i < members.size(); i++) {
            numbers.putIfAbsent(members.get(i).name(), i);
        }
        owners = new AddressOwners(members);
        gateways = estate.gateways();
        hasGateways = gateways.values().stream().anyMatch(devices -> !devices.isEmpty());
    }

    List<Member> members() {
        return members;
    }

    Optional<Integer> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    Optional<Member> find(String name) {
        return number(name).map(members::get);
    }

    List<String> gateways(String segment) {
        return gateways.getOrDefault(segment, List.of());
    }

    /// Whether any segment has one.
    boolean hasGateways() {
        return hasGateways;
    }

    /// A pod in the host's network is its node to everyone else: selectors never match it.
    Member asSeen(Member member) {
        return member.kind() == PeerKind.HOST_POD
                ? member.node().flatMap(this::find).orElse(member)
                : member;
    }

    /// Everyone who may be at these addresses, each with the part that may be theirs.
    List<Party> at(String realm, AddressSet addresses, PortView port) {
        List<Party> parties = new ArrayList<>();
        for (AddressOwners.Owned owned : owners.of(realm, addresses)) {
            if (owned.owners().isEmpty()) {
                parties.add(new Party(owned.addresses(), port, Optional.empty()));
            }
            owned.owners()
                    .forEach(m -> parties.add(new Party(owned.addresses(), port, Optional.of(m))));
        }
        return parties;
    }

    /// The addresses that are a member's own: its blocks without what others own more specifically.
    AddressSet own(Member member) {
        AddressSet addresses = AddressSet.of(member.addresses());
        if (addresses.isEmpty() || addresses.isSingle()) {
            return addresses;
        }
        AddressSet own = AddressSet.NONE;
        for (AddressOwners.Owned owned : owners.of(member.realm(), addresses)) {
            if (owned.owners().contains(member)) {
                own = own.union(owned.addresses());
            }
        }
        return own.isEmpty() ? addresses : own;
    }
}
