package io.portolan.model.reach.oracle;

import io.portolan.model.net.Address;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;

import java.util.List;
import java.util.Optional;

/// Facts of an estate, found by asking every member.
final class Members {
    private Members() {}

    static Member get(Estate estate, String name) {
        return estate.find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no member (%s).".formatted(name)));
    }

    /// A pod in the host's network is its node to everyone else: selectors never match it.
    static Member asSeen(Estate estate, Member member) {
        return member.kind() == PeerKind.HOST_POD
                ? get(estate, member.node().orElseThrow())
                : member;
    }

    static Address address(Member member) {
        return member.addresses().getFirst().first();
    }

    static Optional<Integer> namedPort(Member member, String name) {
        return member.namedPorts().getOrDefault(name, List.of()).stream()
                .map(Estate.NamedPort::number)
                .findFirst();
    }

    static boolean isNamed(Member member, Transport transport, String name, int number) {
        return member.namedPorts().getOrDefault(name, List.of()).stream()
                .anyMatch(p -> p.transport() == transport && p.number() == number);
    }
}
