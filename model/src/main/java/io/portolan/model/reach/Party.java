package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;

import java.util.Optional;

/// One end of a header: where it is (all of `addresses` behave alike; empty: nobody knows), its
/// port, and who owns the address, if that is known.
record Party(AddressSet addresses, PortView port, Optional<Member> member) {
    Party on(PortView other) {
        return new Party(addresses, other, member);
    }

    Party at(AddressSet others) {
        return new Party(others, port, member);
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
