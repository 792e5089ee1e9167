package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.change.Change;
import io.portolan.model.compile.StandIns;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Address;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.reach.Header;
import io.portolan.model.reach.Hop;
import io.portolan.model.rule.DesignIndex;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One rule of a firewall about one flow: it holds for the ends, protocol and ports of the flow
/// alone.
record FirewallRemedy(DesignIndex index, Flow flow) {
    Optional<Remedy> at(Hop hop, Firewall firewall, FilterAction action) {
        return hop.header()
                .filter(header -> isWritable(header.source()) && isWritable(header.destination()))
                .map(header -> rule(header, action))
                .flatMap(rule ->
                        RulePlace.with(firewall, hop, rule)
                                .map(changed -> new Change.Put(label(action, firewall), changed))
                                .map(change ->
                                        new Remedy(hop, Wording.of(rule), Optional.of(change))));
    }

    /// An address that is known, and does not stand for another.
    static boolean isWritable(Header.End end) {
        AddressSet addresses = end.addresses();
        return !addresses.isEmpty()
                && Stream.of(StandIns.SERVICES, StandIns.ELEMENTS).noneMatch(addresses::overlaps);
    }

    private String label(FilterAction action, Firewall firewall) {
        return "%s %s on %s, most specific"
                .formatted(Wording.verb(action), flow.id(), firewall.id());
    }

    private FilterRule rule(Header header, FilterAction action) {
        return new FilterRule(
                (action == FilterAction.PERMIT ? "allow-" : "deny-") + flow.id(),
                action,
                block(flow.from(), header.source()),
                block(flow.to(), header.destination()),
                Optional.of(header.protocol()),
                header.ports(),
                Optional.of(flow.id()),
                flow.justification(),
                flow.expires());
    }

    /// What stands for the end at that place: all of the addresses of whoever it is there if this
    /// is one of them, those of the nodes if he wears a node's, else the address alone.
    private List<Cidr> block(ElementId drawn, Header.End end) {
        Address seen = end.addresses().first();
        List<ElementId> ends =
                Stream.concat(
                                index.answering(drawn).stream(),
                                end.member().flatMap(index::element).stream())
                        .toList();
        Stream<ElementId> nodes =
                ends.stream().flatMap(id -> index.clusterOf(id).stream()).map(Cluster::id);
        return OwnBlocks.around(seen, index, Stream.concat(ends.stream(), nodes))
                .findFirst()
                .orElse(List.of(seen.asBlock()));
    }
}
