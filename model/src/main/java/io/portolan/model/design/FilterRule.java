package io.portolan.model.design;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One rule of a packet filter. Absent parts match everything. `list` is the access list or chain
/// that it stands in; lower `order` first, as listed without. `in` and `out` are interface or zone
/// names; `icmpType` is of a rule for ICMP; `groups` are cloud firewalls whose members the other
/// end must be of. `established`: packets of known connections (TCP with ACK or RST where the
/// platform has no connections). `translatedBy`: the destination translations it must have come by,
/// `any` for whichever (the VIPs of FortiGate, `ct status dnat`). `jump` is the chain that is
/// asked. `condition` is what the design cannot decide (a schedule, a user, an application): such a
/// rule may match. `flow` is the flow it serves.
public record FilterRule(
        String name,
        FilterAction action,
        Optional<String> list,
        Optional<Integer> order,
        Optional<String> in,
        Optional<String> out,
        List<Cidr> sources,
        List<Cidr> destinations,
        List<ElementId> groups,
        Optional<Protocol> protocol,
        Optional<PortSet> ports,
        Optional<PortSet> sourcePorts,
        Optional<Integer> icmpType,
        boolean established,
        List<String> translatedBy,
        Optional<Setting> matchVip,
        Optional<String> jump,
        Optional<String> condition,
        Optional<String> flow,
        Optional<String> comment,
        Optional<LocalDate> expires,
        boolean log) {
    public FilterRule {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
        groups = List.copyOf(groups);
        translatedBy = List.copyOf(translatedBy);
        if (icmpType.filter(type -> type < 0 || type > 255).isPresent()) {
            throw new IllegalArgumentException(
                    "The ICMP type (%d) of the rule %s must be in 0..255."
                            .formatted(icmpType.orElse(0), name));
        }
    }

    /// A rule about addresses and ports alone.
    public FilterRule(
            String name,
            FilterAction action,
            List<Cidr> sources,
            List<Cidr> destinations,
            Optional<Protocol> protocol,
            Optional<PortSet> ports,
            Optional<String> flow,
            Optional<String> comment,
            Optional<LocalDate> expires) {
        this(
                name,
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sources,
                destinations,
                List.of(),
                protocol,
                ports,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                flow,
                comment,
                expires,
                false);
    }

    public FilterRule withSources(List<Cidr> other) {
        return with(list, in, other);
    }

    public FilterRule withList(String other) {
        return with(Optional.of(other), in, sources);
    }

    public FilterRule withIn(String other) {
        return with(list, Optional.of(other), sources);
    }

    private FilterRule with(
            Optional<String> newList, Optional<String> newIn, List<Cidr> newSources) {
        return new FilterRule(
                name,
                action,
                newList,
                order,
                newIn,
                out,
                newSources,
                destinations,
                groups,
                protocol,
                ports,
                sourcePorts,
                icmpType,
                established,
                translatedBy,
                matchVip,
                jump,
                condition,
                flow,
                comment,
                expires,
                log);
    }
}
