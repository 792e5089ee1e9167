package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoRule.Entity;
import io.portolan.exporters.kubernetes.calico.CalicoRule.Http;
import io.portolan.exporters.kubernetes.calico.CalicoRule.IpProtocol;
import io.portolan.exporters.kubernetes.calico.CalicoRule.ServiceName;
import io.portolan.model.design.Service;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rules of one policy in the words of the plan.
final class RuleLifting {
    private static final Action DENY = new Action.Deny(Refusal.DROP);

    private final KnownPeers known;
    private final EntityLifting entities;

    RuleLifting(KnownPeers known, Optional<String> namespace) {
        this.known = known;
        this.entities = new EntityLifting(known, namespace);
    }

    List<Rule> rules(String policy, List<CalicoRule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> rule("%s[%d]".formatted(policy, i), rules.get(i)))
                .toList();
    }

    private Rule rule(String name, CalicoRule rule) {
        Remark remark = new Remark(rule.remark().origin(), "", rule.action() == CalicoAction.LOG);
        return new Rule(name, match(rule), action(rule.action()), remark);
    }

    static Action action(CalicoAction action) {
        return switch (action) {
            case ALLOW -> new Action.Allow();
            case DENY -> DENY;
            case LOG -> new Action.Continue();
            case PASS -> new Action.Pass();
        };
    }

    private Match match(CalicoRule rule) {
        return Match.any()
                .from(peers(rule, rule.source()))
                .to(peers(rule, rule.destination()))
                .on(traffic(rule))
                .asking(rule.http().map(RuleLifting::request).orElseGet(Expr::any));
    }

    /// ICMP says its family itself.
    private Expr<Peer> peers(CalicoRule rule, Entity entity) {
        Expr<Peer> peers = entities.peers(entity);
        boolean said =
                rule.protocol()
                        .filter(p ->
                                p.number() == IpProtocol.ICMP || p.number() == IpProtocol.ICMP_V6)
                        .isPresent();
        return rule.ipVersion().isEmpty() || said
                ? peers
                : Expr.allOf(peers, family(rule.ipVersion().get()));
    }

    private Expr<Peer> family(int version) {
        return known.at(List.of(Cidr.all(version == 6)));
    }

    private Expr<Traffic> traffic(CalicoRule rule) {
        Expr<Traffic> own = TrafficLifting.traffic(rule);
        List<Expr<Traffic>> terms = new ArrayList<>(List.of(own));
        rule.destination().service().map(this::ports).ifPresent(terms::add);
        rule.unknown().stream().map(RuleLifting::<Traffic>unknown).forEach(terms::add);
        return terms.size() == 1 ? own : new Expr.AllOf<>(terms);
    }

    /// A field of another release or edition may narrow the rule, or be dropped by the server.
    static <A> Expr<A> unknown(String field) {
        return new Expr.Unknown<>("the field (%s) is not known".formatted(field));
    }

    /// The ports of the endpoints of a service, on the endpoints themselves.
    private Expr<Traffic> ports(ServiceName name) {
        Optional<Service> service = known.scope().services().apply(name.namespace(), name.name());
        List<Expr<Traffic>> ports =
                service.stream()
                        .flatMap(found -> found.ports().stream())
                        .map(port -> {
                            String target =
                                    port.target().orElseGet(() -> String.valueOf(port.port()));
                            return Expr.is(
                                    target.matches("[0-9]{1,5}")
                                            ? Traffic.to(
                                                    port.protocol(),
                                                    PortSet.of(Integer.parseInt(target)))
                                            : new Traffic.NamedPort(port.protocol(), target));
                        })
                        .toList();
        return service.isEmpty()
                ? new Expr.Unknown<>("the ports of the service are not in the manifests")
                : new Expr.AnyOf<>(ports);
    }

    /// Whether requests are looked at depends on a proxy in the cluster that no manifest here
    /// speaks of: without it, the rule allows what its other criteria allow.
    private static Expr<Request> request(Http http) {
        List<Expr<Request>> terms = new ArrayList<>();
        if (!http.methods().isEmpty()) {
            terms.add(new Expr.AnyOf<>(http.methods().stream().map(RuleLifting::method).toList()));
        }
        if (!http.paths().isEmpty()) {
            terms.add(
                    new Expr.AnyOf<>(
                            http.paths().stream()
                                    .map(p -> Expr.<Request>is(new Request.Path(p)))
                                    .toList()));
        }
        return Expr.anyOf(
                new Expr.AllOf<>(terms),
                new Expr.Unknown<>("requests are only looked at with application layer policy on"));
    }

    private static Expr<Request> method(String name) {
        return name.equals("*") ? Expr.any() : Expr.is(new Request.Method(new Text.Exact(name)));
    }
}
