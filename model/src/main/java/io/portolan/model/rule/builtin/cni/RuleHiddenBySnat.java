package io.portolan.model.rule.builtin.cni;

import io.portolan.model.change.Change;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Router;
import io.portolan.model.net.Cidr;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;
import io.portolan.model.rule.builtin.remedy.OwnBlocks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// CNI-007: a rule of a firewall names the addresses of pods, which never get that far: they leave
/// their cluster with the addresses of nodes.
final class RuleHiddenBySnat implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "CNI-007", "Egress SNAT hides pods from an address-based rule", Severity.ERROR);
    }

    private record Hidden(Element device, FilterRule rule, Cluster cluster) {}

    @Override
    public Stream<Finding> check(RuleContext context) {
        List<Cluster> translating =
                context.design()
                        .all(Cluster.class)
                        .filter(c -> c.masquerade() == Masquerade.OUTSIDE_CLUSTER)
                        .toList();
        return context.design().elements().values().stream()
                .flatMap(device -> rules(device).flatMap(rule -> hidden(device, rule, translating)))
                .map(hidden -> finding(context, hidden));
    }

    private static Stream<FilterRule> rules(Element device) {
        return switch (device) {
            case Firewall firewall -> firewall.rules().stream();
            case Router router -> router.rules().stream();
            case CloudFirewall firewall -> firewall.inbound().stream();
            default -> Stream.empty();
        };
    }

    private static Stream<Hidden> hidden(Element device, FilterRule rule, List<Cluster> all) {
        return all.stream()
                .filter(cluster -> rule.sources().stream().anyMatch(s -> isOfPods(cluster, s)))
                .map(cluster -> new Hidden(device, rule, cluster));
    }

    private static boolean isOfPods(Cluster cluster, Cidr source) {
        return cluster.podRanges().stream().anyMatch(pods -> pods.contains(source));
    }

    private Finding finding(RuleContext context, Hidden hidden) {
        Cluster cluster = hidden.cluster();
        String message =
                "The rule %s of %s names pods of %s as source (%s), but they leave the cluster with"
                                .formatted(
                                        hidden.rule().name(),
                                        hidden.device().id(),
                                        cluster.id(),
                                        hidden.rule().sources())
                        + " the address of their node (%s), so it never matches. Name the nodes,"
                                .formatted(cluster.nodeRanges())
                        + " or give the pods an egress gateway.";
        Finding finding =
                Finding.of(info(), message, hidden.device().id(), cluster.id())
                        .withWitness(hidden.rule().name())
                        .withEvidence(evidence(context, hidden));
        return repairable(hidden) ? finding.withFix(repair(context, hidden)) : finding;
    }

    /// The denials of flows out of that cluster at that device: they are this defect.
    private static List<Evidence> evidence(RuleContext context, Hidden hidden) {
        List<Evidence> shown = new ArrayList<>();
        context.index()
                .intended()
                .filter(flow -> isServed(context, hidden, flow))
                .map(context.index()::verdict)
                .map(Verdict::path)
                .flatMap(List::stream)
                .filter(hop -> hop.owner().equals(hidden.device().id().value()))
                .filter(Hops::stops)
                .map(Hops::evidence)
                .forEach(shown::add);
        return shown;
    }

    private static boolean isServed(RuleContext context, Hidden hidden, Flow flow) {
        return context.index().clusterOf(flow.from()).filter(hidden.cluster()::equals).isPresent()
                && hidden.rule().protocol().filter(p -> !p.equals(flow.protocol())).isEmpty()
                && flow.ports()
                        .flatMap(p -> hidden.rule().ports().map(p::intersection))
                        .filter(common -> common.isEmpty())
                        .isEmpty();
    }

    private static boolean repairable(Hidden hidden) {
        return hidden.device() instanceof Firewall && !hidden.cluster().nodeRanges().isEmpty();
    }

    private static Change repair(RuleContext context, Hidden hidden) {
        Firewall firewall = (Firewall) hidden.device();
        List<FilterRule> rules =
                firewall.rules().stream()
                        .map(rule -> rule.equals(hidden.rule()) ? renamed(context, hidden) : rule)
                        .toList();
        return new Change.Put(
                "let rule %s of %s name the nodes of %s"
                        .formatted(hidden.rule().name(), firewall.id(), hidden.cluster().id()),
                firewall.withRules(rules));
    }

    /// The nodes, and nobody who has an address between theirs.
    private static FilterRule renamed(RuleContext context, Hidden hidden) {
        List<Cidr> nodes = OwnBlocks.of(context.index(), hidden.cluster().id());
        return hidden.rule()
                .withSources(
                        hidden.rule().sources().stream()
                                .flatMap(source ->
                                        isOfPods(hidden.cluster(), source)
                                                ? nodes.stream()
                                                : Stream.of(source))
                                .distinct()
                                .toList());
    }
}
