package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.Interface;

import java.util.ArrayList;
import java.util.List;

/// The longest prefix in the VRF of the incoming interface; several entries are equal-cost paths.
final class Routes {
    private Routes() {}

    /// Addresses of one class are in or out of a prefix together, so any of them tells.
    static List<Forwarding.Entry> best(Forwarding router, Interface in, AddressSet to) {
        List<Forwarding.Entry> best = new ArrayList<>();
        int longest = -1;
        for (Forwarding.Entry entry : router.entries()) {
            if (!entry.vrf().equals(in.vrf()) || !entry.prefix().contains(to.first())) {
                continue;
            }
            if (entry.prefix().length() > longest) {
                longest = entry.prefix().length();
                best.clear();
            }
            if (entry.prefix().length() == longest) {
                best.add(entry);
            }
        }
        return best;
    }
}
