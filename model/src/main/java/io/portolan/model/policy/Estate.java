package io.portolan.model.policy;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What a plan is about: who exists and where it is attached. `gateways`: for each segment the
/// devices that its members send to; several are equal-cost paths.
public record Estate(List<Member> members, SequencedMap<String, List<String>> gateways) {
    public Estate {
        members = List.copyOf(members);
        gateways = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(gateways));
    }

    /// Someone who can be at one end of a connection. `name` is the id of the design's element.
    /// `realm` separates overlapping address plans ("" = the shared underlay). `addresses` of a
    /// replicated workload are the whole range it may take one from. `listens` empty: not declared.
    public record Member(
            String name,
            PeerKind kind,
            String realm,
            String segment,
            List<Cidr> addresses,
            Map<LabelOwner, Map<String, String>> labels,
            Map<String, List<NamedPort>> namedPorts,
            Optional<Identity> identity,
            Optional<String> node,
            List<String> names,
            Optional<PortSet> listens) {
        public Member {
            addresses = List.copyOf(addresses);
            names = List.copyOf(names);
        }

        public Optional<String> label(LabelOwner owner, String key) {
            return Optional.ofNullable(labels.getOrDefault(owner, Map.of()).get(key));
        }

        public boolean owns(Address address) {
            return addresses.stream().anyMatch(block -> block.contains(address));
        }
    }

    /// A container port by its name; the same name may stand for one number per transport.
    public record NamedPort(Transport transport, int number) {}

    /// The workload identity a mesh proves (SPIFFE: trust domain, namespace, service account).
    public record Identity(String trustDomain, String namespace, String account) {}

    public Optional<Member> find(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /// The member behind an address as seen from a realm: its own realm first, then the underlay;
    /// the most specific block wins.
    public Optional<Member> resolve(String realm, Address address) {
        Optional<Member> near = owner(realm, address);
        return near.isPresent() ? near : owner("", address);
    }

    private Optional<Member> owner(String realm, Address address) {
        return members.stream()
                .filter(m ->
                        m.kind() != PeerKind.HOST_POD && m.realm().equals(realm) && m.owns(address))
                .max(Comparator.comparingInt(m -> longest(m, address)));
    }

    private static int longest(Member member, Address address) {
        return member.addresses().stream()
                .filter(block -> block.contains(address))
                .mapToInt(Cidr::length)
                .max()
                .orElse(-1);
    }
}
