package io.portolan.model.design;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One rule of a packet filter. Absent parts match everything. `in` and `out` are interface or zone
/// names; `flow` is the flow it serves.
public record FilterRule(
        String name,
        FilterAction action,
        Optional<String> in,
        Optional<String> out,
        List<Cidr> sources,
        List<Cidr> destinations,
        Optional<Protocol> protocol,
        Optional<PortSet> ports,
        Optional<String> flow,
        Optional<String> comment,
        Optional<LocalDate> expires,
        boolean log) {
    public FilterRule {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }

    public FilterRule withSources(List<Cidr> other) {
        return new FilterRule(
                name,
                action,
                in,
                out,
                other,
                destinations,
                protocol,
                ports,
                flow,
                comment,
                expires,
                log);
    }
}
