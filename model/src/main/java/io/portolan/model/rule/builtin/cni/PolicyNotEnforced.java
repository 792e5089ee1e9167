package io.portolan.model.rule.builtin.cni;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.ClusterPolicyKind;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.PolicyTable.Entry;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// CNI-001: policies in a cluster whose network plug-in does nothing about them.
final class PolicyNotEnforced implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("CNI-001", "Policy drawn, CNI does not enforce", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.design()
                .all(Cluster.class)
                .filter(cluster -> cluster.cni().isPresent())
                .flatMap(cluster ->
                        cluster.cni().filter(PolicyNotEnforced::enforces).isPresent()
                                ? ignored(context, cluster).stream()
                                : check(context, cluster).stream());
    }

    /// Cluster-wide policies that this version of the plug-in does not know.
    private Optional<Finding> ignored(RuleContext context, Cluster cluster) {
        List<Policy> shown =
                context.index().policies().entries().stream()
                        .filter(e -> e.point().owner().equals(cluster.id().value()))
                        .map(Entry::policy)
                        .filter(policy -> policy.mode() == PolicyMode.SHADOW)
                        .filter(policy -> ClusterPolicyKind.of(policy).isPresent())
                        .distinct()
                        .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String message =
                "The cluster %s has %d cluster-wide policies without effect: %s. Use another version,"
                                .formatted(
                                        cluster.id(),
                                        shown.size(),
                                        shown.getFirst().remark().comment())
                        + " or a kind of policy that it knows.";
        return Optional.of(
                Finding.of(info(), message, cluster.id())
                        .withEvidence(shown.stream().map(PolicyNotEnforced::evidence).toList()));
    }

    private static boolean enforces(Cni cni) {
        return switch (cni.product()) {
            case CALICO, CILIUM -> true;
            case FLANNEL -> false;
        };
    }

    private Optional<Finding> check(RuleContext context, Cluster cluster) {
        List<Policy> written =
                context.index().observed().entries().stream()
                        .filter(e -> e.point().layer() == Layer.POD_POLICY)
                        .filter(e -> e.point().owner().equals(cluster.id().value()))
                        .map(Entry::policy)
                        .distinct()
                        .toList();
        if (!written.isEmpty()) {
            return Optional.of(found(cluster, written));
        }
        return cluster.policy() == RuleSource.DERIVED && hasFlows(context, cluster)
                ? Optional.of(derived(cluster))
                : Optional.empty();
    }

    private static boolean hasFlows(RuleContext context, Cluster cluster) {
        return context.index()
                .intended()
                .flatMap(flow -> Stream.of(flow.from(), flow.to()))
                .anyMatch(
                        end -> context.index().clusterOf(end).filter(cluster::equals).isPresent());
    }

    private Finding found(Cluster cluster, List<Policy> written) {
        String message =
                "The cluster %s has %d network policies, but its CNI (%s) enforces none: every pod"
                                .formatted(cluster.id(), written.size(), product(cluster))
                        + " is open. Use Calico or Cilium, or add a policy engine.";
        return Finding.of(info(), message, cluster.id())
                .withEvidence(written.stream().map(PolicyNotEnforced::evidence).toList());
    }

    private static Evidence evidence(Policy policy) {
        return new Evidence(
                "policy %s has no effect".formatted(policy.name()),
                Optional.of(policy.remark().origin()));
    }

    private Finding derived(Cluster cluster) {
        String message =
                "The policies of cluster %s shall follow from its flows, but its CNI (%s) enforces"
                                .formatted(cluster.id(), product(cluster))
                        + " none: every pod is open. Use Calico or Cilium, or add a policy engine.";
        return Finding.of(info(), message, cluster.id());
    }

    private static CniProduct product(Cluster cluster) {
        return cluster.cni().orElseThrow().product();
    }
}
