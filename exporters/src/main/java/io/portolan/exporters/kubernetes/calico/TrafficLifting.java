package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoRule.Icmp;
import io.portolan.exporters.kubernetes.calico.CalicoRule.IpProtocol;
import io.portolan.exporters.kubernetes.calico.CalicoRule.Port;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Protocol, ports and ICMP types of a rule.
final class TrafficLifting {
    private static final int IPV4 = 4;
    private static final int IPV6 = 6;

    private TrafficLifting() {}

    static Expr<Traffic> traffic(CalicoRule rule) {
        List<Expr<Traffic>> terms = new ArrayList<>();
        rule.protocol().map(p -> protocol(p, rule)).ifPresent(terms::add);
        rule.notProtocol().map(TrafficLifting::whole).map(Expr::not).ifPresent(terms::add);
        rule.icmp().map(icmp -> icmp(icmp, rule.protocol())).ifPresent(terms::add);
        rule.notIcmp().map(icmp -> Expr.not(icmp(icmp, rule.protocol()))).ifPresent(terms::add);
        return all(terms);
    }

    private static Expr<Traffic> all(List<Expr<Traffic>> terms) {
        return switch (terms.size()) {
            case 0 -> Expr.any();
            case 1 -> terms.getFirst();
            default -> new Expr.AllOf<>(terms);
        };
    }

    private static Expr<Traffic> whole(IpProtocol protocol) {
        return switch (protocol.number()) {
            case IpProtocol.ICMP -> icmp(IPV4, Optional.empty());
            case IpProtocol.ICMP_V6 -> icmp(IPV6, Optional.empty());
            default ->
                    transport(protocol)
                            .map(t -> Expr.is(Traffic.to(t, PortSet.ALL)))
                            .orElseGet(() -> Expr.is(new Traffic.IpProtocol(protocol.number())));
        };
    }

    static Optional<Transport> transport(IpProtocol protocol) {
        return Stream.of(Transport.values())
                .filter(t -> t.number() == protocol.number())
                .findFirst();
    }

    private static Expr<Traffic> protocol(IpProtocol protocol, CalicoRule rule) {
        return transport(protocol).map(t -> ports(t, rule)).orElseGet(() -> whole(protocol));
    }

    private static Expr<Traffic> ports(Transport transport, CalicoRule rule) {
        PortSet from = sources(rule);
        PortSet not = numbers(rule.destination().notPorts());
        PortSet to = wanted(rule.destination().ports()).minus(not);
        List<Expr<Traffic>> any = new ArrayList<>();
        if (!to.isEmpty()) {
            any.add(Expr.is(new Traffic.Ports(transport, to, from)));
        }
        for (String name : names(rule.destination().ports())) {
            any.add(
                    Expr.allOf(
                            Expr.is(new Traffic.NamedPort(transport, name)),
                            Expr.is(new Traffic.Ports(transport, PortSet.ALL.minus(not), from))));
        }
        List<Expr<Traffic>> terms = new ArrayList<>();
        terms.add(any.size() == 1 ? any.getFirst() : new Expr.AnyOf<>(any));
        for (String name : names(rule.destination().notPorts())) {
            terms.add(Expr.not(Expr.is(new Traffic.NamedPort(transport, name))));
        }
        if (namesSource(rule)) {
            terms.add(new Expr.Unknown<>("what a named source port is, only the sender knows"));
        }
        return all(terms);
    }

    /// A named source port may be any number.
    private static PortSet sources(CalicoRule rule) {
        List<Port> ports = rule.source().ports();
        PortSet from = names(ports).isEmpty() ? wanted(ports) : PortSet.ALL;
        return from.minus(numbers(rule.source().notPorts()));
    }

    private static boolean namesSource(CalicoRule rule) {
        return !names(rule.source().ports()).isEmpty()
                || !names(rule.source().notPorts()).isEmpty();
    }

    /// Nothing written means all; named ports alone mean no number.
    private static PortSet wanted(List<Port> ports) {
        return ports.isEmpty() ? PortSet.ALL : numbers(ports);
    }

    private static PortSet numbers(List<Port> ports) {
        List<PortRange> ranges =
                ports.stream()
                        .filter(Port.Numbers.class::isInstance)
                        .map(p -> ((Port.Numbers) p).range())
                        .toList();
        return new PortSet(ranges);
    }

    private static List<String> names(List<Port> ports) {
        return ports.stream()
                .filter(Port.Named.class::isInstance)
                .map(p -> ((Port.Named) p).name())
                .toList();
    }

    private static Expr<Traffic> icmp(Icmp icmp, Optional<IpProtocol> protocol) {
        Optional<Integer> number = protocol.map(IpProtocol::number);
        Optional<Icmp> asked = Optional.of(icmp);
        if (number.filter(n -> n == IpProtocol.ICMP).isPresent()) {
            return icmp(IPV4, asked);
        }
        return number.filter(n -> n == IpProtocol.ICMP_V6).isPresent()
                ? icmp(IPV6, asked)
                : Expr.anyOf(icmp(IPV4, asked), icmp(IPV6, asked));
    }

    private static Expr<Traffic> icmp(int family, Optional<Icmp> asked) {
        return Expr.is(
                new Traffic.Icmp(
                        family,
                        number(asked.flatMap(Icmp::type)),
                        number(asked.flatMap(Icmp::code))));
    }

    private static OptionalInt number(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
