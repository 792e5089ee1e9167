package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whom translations may put into a header without meaning a member: pools, and addresses of
/// devices.
final class NatParties {
    private final Parts parts;
    private final Set<String> realms = new LinkedHashSet<>(List.of(""));
    private final List<Party> found = new ArrayList<>();

    private NatParties(Parts parts) {
        this.parts = parts;
        parts.roster().members().stream().map(Member::realm).forEach(realms::add);
    }

    static List<Party> of(Parts parts) {
        NatParties parties = new NatParties(parts);
        parts.plan().plan().natTables().forEach(parties::table);
        parts.plan().plan().relays().forEach(parties::relay);
        return parties.found;
    }

    private void table(NatTable table) {
        for (Translation t : table.translations()) {
            target(t.source().address());
            target(t.destination().address());
        }
        parts.plan()
                .router(table.owner())
                .ifPresent(router -> router.interfaces().forEach(this::own));
    }

    private void own(Forwarding.Interface at) {
        add(AddressSet.of(at.address()));
    }

    private void relay(Relay relay) {
        relay.listeners().stream()
                .flatMap(listener -> listener.routes().stream())
                .flatMap(route -> route.to().stream())
                .forEach(rewrite -> target(rewrite.address()));
    }

    private void target(Target target) {
        switch (target) {
            case Target.Pool(var blocks) -> add(AddressSet.of(blocks));
            case Target.OneOf(var several) -> several.forEach(this::target);
            case Target.Unchanged(), Target.SameOffset(_, _), Target.Own(), Target.Backends(_) -> {}
        }
    }

    private void add(AddressSet addresses) {
        Stream<Party> parties =
                realms.stream()
                        .flatMap(realm ->
                                parts
                                        .translating()
                                        .at(realm, addresses, PortView.chosen())
                                        .stream());
        parties.forEach(found::add);
    }
}
