package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where members may be of whom nobody says the address. Pods have private addresses; everybody
/// else may be anywhere.
final class UnknownAddresses {
    /// RFC 1918, RFC 6598 (shared), RFC 4193 (unique local).
    private static final AddressSet PRIVATE =
            AddressSet.of(
                    Stream.of(
                                    "10.0.0.0/8",
                                    "172.16.0.0/12",
                                    "192.168.0.0/16",
                                    "100.64.0.0/10",
                                    "fc00::/7")
                            .map(Cidr::parse)
                            .toList());

    private UnknownAddresses() {}

    static boolean mayLieIn(List<Cidr> blocks, Optional<Member> member) {
        return member.filter(m -> m.kind() == PeerKind.POD).isEmpty() || arePrivate(blocks);
    }

    /// True if some private address lies in the blocks.
    static boolean arePrivate(List<Cidr> blocks) {
        return PRIVATE.overlaps(AddressSet.of(blocks));
    }
}
