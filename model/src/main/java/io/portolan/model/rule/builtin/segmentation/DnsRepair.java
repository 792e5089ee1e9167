package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Traffic;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.builtin.remedy.Pods;
import io.portolan.model.rule.builtin.remedy.PolicyAdditions;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets workloads ask the DNS of their cluster, beside the policies that were found.
final class DnsRepair {
    private DnsRepair() {}

    static Optional<Change> change(
            RuleContext context, Cluster cluster, Namespace namespace, List<ElementId> workloads) {
        List<Policy> policies =
                workloads.stream().map(id -> policy(context, cluster, namespace, id)).toList();
        return PolicyAdditions.add(
                        context.design().observed(),
                        PolicyAdditions.podPolicies(cluster.id().value(), Direction.OUT),
                        policies)
                .map(plan -> new Change.Observe("allow DNS in %s".formatted(namespace.id()), plan));
    }

    private static Policy policy(
            RuleContext context, Cluster cluster, Namespace namespace, ElementId id) {
        PortSet dns = PortSet.of(53);
        Match match =
                Match.any()
                        .to(Pods.selected(cluster, "kube-system", Map.of("k8s-app", "kube-dns")))
                        .on(
                                Expr.anyOf(
                                        Expr.is(Traffic.to(Transport.UDP, dns)),
                                        Expr.is(Traffic.to(Transport.TCP, dns))));
        String workload = id.value().substring(id.value().lastIndexOf('/') + 1);
        return Pods.allowing(
                "%s/allow-dns-%s".formatted(namespace.label(), workload),
                Pods.of(context.index(), cluster, namespace, id),
                match,
                new Origin.BuiltIn("names are looked up in cluster DNS"));
    }
}
