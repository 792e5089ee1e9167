package io.portolan.model.rule.builtin.flow;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.TrafficSet;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Excess.Opening;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// FLW-003: a workload that policies close is open to more than the flows need.
final class ReachableNotIntended implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("FLW-003", "Reachable but not intended", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index().excess().openings().stream().map(this::finding);
    }

    private Finding finding(Opening opening) {
        String message =
                "%s can be reached by %s on %s, which no flow asks for. Draw the flow if it is"
                                .formatted(
                                        opening.to(),
                                        Names.some(opening.from()),
                                        worded(opening.traffic()))
                        + " meant, or narrow the policies to what the flows need.";
        return Finding.of(info(), message, opening.to()).withWitness(worded(opening.traffic()));
    }

    private static String worded(TrafficSet traffic) {
        return Stream.concat(
                        Stream.of(Transport.values())
                                .filter(t -> !traffic.ports(t).isEmpty())
                                .map(t -> worded(t, traffic.ports(t))),
                        traffic.others() ? Stream.of("other protocols") : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private static String worded(Transport transport, PortSet ports) {
        String name = transport.name().toLowerCase(Locale.ROOT);
        return PortSet.range(1, 65535).minus(ports).isEmpty()
                ? "every %s port".formatted(name)
                : name + " " + ports;
    }
}
