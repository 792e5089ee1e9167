package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;

import java.util.Optional;

/// One end of a header: where it is (all of `addresses` behave alike; empty: nobody knows), its
/// port, and who owns the address, if that is known.
record Party(AddressSet addresses, PortView port, Optional<Member> member, Role role) {
    /// Which end of the question it is: whoever stands for many ends is exchanged by this.
    enum Role {
        SOURCE,
        DESTINATION,
        /// The node of the source.
        NODE,
        OTHER
    }

    Party(AddressSet addresses, PortView port, Optional<Member> member) {
        this(addresses, port, member, Role.OTHER);
    }

    Party as(Role other) {
        return new Party(addresses, port, member, other);
    }

    Party on(PortView other) {
        return new Party(addresses, other, member, role);
    }

    Optional<Identity> identity() {
        return member.flatMap(Member::identity);
    }

    String name() {
        return member.map(Member::name).orElse("");
    }

    boolean isIn(String segment) {
        return member.filter(m -> m.segment().equals(segment)).isPresent();
    }

    String text() {
        if (addresses.isEmpty()) {
            return member.map(Member::name).orElse("?");
        }
        return addresses.ranges().size() > 3
                ? addresses.ranges().getFirst() + ",..."
                : addresses.toString();
    }
}
