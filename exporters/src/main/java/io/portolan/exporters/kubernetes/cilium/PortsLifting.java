package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.HttpRule;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Icmp;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Layer7;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Port;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Ports;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Target;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/// Ports, ICMP types and requests in the words of the plan.
final class PortsLifting {
    private PortsLifting() {}

    static Expr<Traffic> traffic(Ports ports) {
        return ports.ports().isEmpty()
                ? new Expr.Unknown<>("which ports are meant is not written")
                : union(ports.ports(), PortsLifting::traffic);
    }

    private static Expr<Traffic> traffic(Port port) {
        return port.transport()
                .map(t -> traffic(t, port.target()))
                .orElseGet(
                        () -> union(List.of(Transport.values()), t -> traffic(t, port.target())));
    }

    /// SCTP is only known where it is switched on.
    private static Expr<Traffic> traffic(Transport transport, Target target) {
        Expr<Traffic> ports =
                Expr.is(
                        switch (target) {
                            case Target.All() -> Traffic.to(transport, PortSet.ALL);
                            case Target.Numbers(int low, int high) ->
                                    Traffic.to(transport, PortSet.range(low, high));
                            case Target.Named(var name) -> new Traffic.NamedPort(transport, name);
                        });
        return transport == Transport.SCTP
                ? Expr.allOf(ports, new Expr.Unknown<>("SCTP is only known where it is on"))
                : ports;
    }

    static Expr<Traffic> icmps(List<Icmp> icmps) {
        return union(icmps, PortsLifting::icmp);
    }

    private static Expr<Traffic> icmp(Icmp icmp) {
        Expr<Traffic> known =
                Expr.is(new Traffic.Icmp(icmp.family(), icmp.type(), OptionalInt.empty()));
        return icmp.unknown()
                .map(type ->
                        Expr.allOf(
                                known,
                                new Expr.Unknown<Traffic>(
                                        "the ICMP type (%s) is not known".formatted(type))))
                .orElse(known);
    }

    static Expr<Request> request(Ports ports) {
        List<Expr<Request>> terms = new ArrayList<>();
        if (!ports.serverNames().isEmpty()) {
            terms.add(union(ports.serverNames(), n -> Expr.is(new Request.ServerName(n))));
        }
        ports.layer7().map(PortsLifting::request).ifPresent(terms::add);
        return all(terms);
    }

    private static Expr<Request> request(Layer7 layer7) {
        return switch (layer7) {
            case Layer7.Http(var rules) -> union(rules, PortsLifting::request);
            case Layer7.Dns(var names) -> union(names, n -> Expr.is(new Request.DnsQuery(n)));
            case Layer7.Other(var what) ->
                    new Expr.Unknown<>("what %s lets through is not analysed".formatted(what));
        };
    }

    private static Expr<Request> request(HttpRule rule) {
        List<Expr<Request>> terms = new ArrayList<>();
        rule.method().map(t -> Expr.<Request>is(new Request.Method(t))).ifPresent(terms::add);
        rule.path().map(t -> Expr.<Request>is(new Request.Path(t))).ifPresent(terms::add);
        rule.host().map(t -> Expr.<Request>is(new Request.Host(t))).ifPresent(terms::add);
        rule.headers().forEach(h -> terms.add(Expr.is(new Request.Header(h.name(), h.value()))));
        rule.unknown().forEach(u -> terms.add(new Expr.Unknown<>("what %s must be".formatted(u))));
        return terms.isEmpty() ? http() : all(terms);
    }

    /// Any request, as long as it is one.
    private static Expr<Request> http() {
        return Expr.is(new Request.Method(new Text.Present()));
    }

    private static <T, A> Expr<A> union(List<T> of, Function<T, Expr<A>> each) {
        Stream<Expr<A>> terms = of.stream().map(each);
        return of.size() == 1 ? terms.findFirst().orElseThrow() : new Expr.AnyOf<>(terms.toList());
    }

    private static Expr<Request> all(List<Expr<Request>> terms) {
        return switch (terms.size()) {
            case 0 -> Expr.any();
            case 1 -> terms.getFirst();
            default -> new Expr.AllOf<>(terms);
        };
    }
}
