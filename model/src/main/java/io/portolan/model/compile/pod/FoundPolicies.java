package io.portolan.model.compile.pod;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.ClusterPolicyKind;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.function.UnaryOperator;

/// What the network plug-in of a cluster makes of the policies that were found there: what it does
/// not enforce is kept and not counted, what it may not enforce can go either way, and peers that
/// it does not know fail closed. Without a named plug-in policies mean what their API says.
public final class FoundPolicies {
    private final Design design;

    public FoundPolicies(Design design) {
        this.design = design;
    }

    /// What was found, as the plug-in of each cluster understands it.
    public EnforcementPlan enforced() {
        EnforcementPlan found = design.observed();
        DialledServices services = new DialledServices(design);
        return new EnforcementPlan(
                found.points().stream().map(this::enforced).toList(),
                found.natTables().stream().map(services::addressed).toList(),
                found.captures(),
                found.legs().stream().map(services::addressed).toList(),
                found.relays(),
                found.routers(),
                found.notAnalysed());
    }

    private EnforcementPoint enforced(EnforcementPoint point) {
        return point.layer() == Layer.POD_POLICY
                ? design.find(new ElementId(point.owner()), Cluster.class)
                        .map(cluster -> enforced(exempting(point, cluster), cluster))
                        .orElse(point)
                : point;
    }

    /// Whoever read the policies did not know the nodes of the cluster.
    private static EnforcementPoint exempting(EnforcementPoint point, Cluster cluster) {
        return point.position() instanceof Position.AtEndpoint(var direction, var _, var _)
                ? mapped(
                        point,
                        block ->
                                block.name().equals(Exemptions.NAME)
                                        ? Exemptions.of(cluster, direction)
                                        : block)
                : point;
    }

    private static EnforcementPoint enforced(EnforcementPoint point, Cluster cluster) {
        return cluster.cni()
                .map(cni -> mapped(point, block -> mapped(block, policy(cni))))
                .orElse(point);
    }

    private static UnaryOperator<Policy> policy(Cni cni) {
        return switch (cni.product()) {
            case FLANNEL -> policy -> shadow(policy, "Flannel enforces no policies");
            case CALICO -> policy -> policy(policy, cni, PeerSupport.CALICO);
            case CILIUM -> {
                UnaryOperator<Policy> ranges = PortRanges.inCilium(cni);
                yield policy -> policy(ranges.apply(policy), cni, PeerSupport.CILIUM);
            }
        };
    }

    private static Policy policy(Policy policy, Cni cni, PeerSupport peers) {
        return ClusterPolicyKind.of(policy)
                .map(kind -> clusterWide(peers.clusterWide(policy), cni, kind))
                .orElseGet(() -> peers.ofNamespace(policy));
    }

    private static Block mapped(Block block, UnaryOperator<Policy> change) {
        return block.with(block.policies().stream().map(change).toList());
    }

    private static EnforcementPoint mapped(EnforcementPoint point, UnaryOperator<Block> change) {
        return point.with(point.blocks().stream().map(change).toList());
    }

    private static Policy clusterWide(Policy policy, Cni cni, ClusterPolicyKind kind) {
        return switch (ClusterPolicySupport.of(cni, kind)) {
            case ClusterPolicySupport.Enforced _ -> policy;
            case ClusterPolicySupport.Ignored(var why) -> shadow(policy, why);
            case ClusterPolicySupport.Open(var why) -> open(policy, why);
        };
    }

    private static Policy shadow(Policy policy, String why) {
        Remark remark = policy.remark();
        return new Policy(
                policy.name(),
                policy.order(),
                policy.subject(),
                PolicyMode.SHADOW,
                policy.rules(),
                new Remark(remark.origin(), why, remark.logged()));
    }

    /// Either every rule does what it says, or none does anything.
    private static Policy open(Policy policy, String why) {
        return PeerSupport.with(
                policy,
                rule ->
                        new Rule(
                                rule.name(),
                                rule.match(),
                                new Action.Either(
                                        why, List.of(rule.action(), new Action.Continue())),
                                rule.remark()));
    }
}
