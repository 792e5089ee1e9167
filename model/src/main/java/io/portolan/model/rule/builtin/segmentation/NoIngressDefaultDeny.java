package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Direction;
import io.portolan.model.rule.DesignIndex;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.PolicyTable;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// SEG-001: workloads of a namespace that anybody may connect to.
final class NoIngressDefaultDeny implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("SEG-001", "Namespace without ingress default deny", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        PolicyTable policies = context.index().policies();
        BitSet closed = policies.isolated(Direction.IN);
        return context.design()
                .all(Namespace.class)
                .filter(namespace -> couldEnforce(context.index(), namespace))
                .flatMap(namespace -> check(context, namespace, closed).stream());
    }

    /// A network plug-in without policies is CNI-001's, if there are any.
    private static boolean couldEnforce(DesignIndex index, Namespace namespace) {
        return index.clusterOf(namespace.id())
                .flatMap(Cluster::cni)
                .map(Cni::product)
                .filter(CniProduct.FLANNEL::equals)
                .isEmpty();
    }

    private Optional<Finding> check(RuleContext context, Namespace namespace, BitSet closed) {
        List<ElementId> open =
                context.index().children(namespace.id()).stream()
                        .filter(e -> e instanceof Workload w && !w.hostNetwork())
                        .map(Element::id)
                        .filter(id -> isOpen(context, id, closed))
                        .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(finding(context, namespace, open));
    }

    private static boolean isOpen(RuleContext context, ElementId id, BitSet closed) {
        OptionalInt number = context.index().policies().members().find(id.value());
        return number.isPresent() && !closed.get(number.getAsInt());
    }

    private Finding finding(RuleContext context, Namespace namespace, List<ElementId> open) {
        String message =
                "In namespace %s no policy closes %s: whoever is inside the network can connect."
                                .formatted(namespace.id(), Names.some(open))
                        + " Deny by default and allow what the flows need.";
        Finding finding = Finding.of(info(), message, namespace.id());
        return context.index()
                .clusterOf(namespace.id())
                .filter(cluster -> cluster.policy() == RuleSource.EXISTING)
                .map(cluster -> finding.withFix(derive(cluster)))
                .orElse(finding);
    }

    /// A default deny alone would cut the flows that no policy allows yet; derived policies bring
    /// both.
    private static Change derive(Cluster cluster) {
        return new Change.Put(
                "derive the policies of %s from its flows".formatted(cluster.id()),
                cluster.with(RuleSource.DERIVED));
    }
}
