package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumPolicy.Subject;
import io.portolan.exporters.kubernetes.cilium.PeerLifting.Names;
import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The Cilium objects of one cluster, gathered one by one; then what they decide together with the
/// policies of Kubernetes: one union, in which any deny wins.
public final class CiliumPolicies {
    private static final String GROUP = "cilium.io";

    private final List<CiliumPolicy> policies = new ArrayList<>();
    private final CidrGroups groups = new CidrGroups();

    /// True for the objects that this reads.
    public static boolean reads(Manifest manifest) {
        return manifest.group().equals(GROUP)
                && (PolicyReader.KINDS.contains(manifest.kind())
                        || manifest.kind().equals(CidrGroups.KIND));
    }

    /// True if the object is of one namespace.
    public static boolean isNamespaced(Manifest manifest) {
        return manifest.kind().equals("CiliumNetworkPolicy");
    }

    /// Takes one object.
    ///
    /// @throws io.portolan.exporters.manifest.Part.Unfit if Cilium would refuse it
    public void add(Manifest manifest) {
        if (manifest.kind().equals(CidrGroups.KIND)) {
            groups.add(manifest);
        } else {
            policies.addAll(PolicyReader.read(manifest));
        }
    }

    /// What decides at pods in one direction, where the policies of Kubernetes are `found`.
    public List<Block> blocks(CiliumScope scope, Direction direction, PodPolicies found) {
        List<Policy> union = new ArrayList<>(found.network());
        lifted(scope, direction, Subject.Pods.class::isInstance).forEach(union::add);
        Block normal =
                new Block(
                        PodPolicies.NETWORK,
                        new Discipline.DenyOverrides(),
                        union,
                        new Action.Deny(Refusal.DROP));
        return found.around(normal);
    }

    private Stream<Policy> lifted(
            CiliumScope scope, Direction direction, Predicate<Subject> which) {
        return policies.stream()
                .filter(p -> which.test(p.subject()))
                .flatMap(p -> lifting(scope, p).policy(p, direction).stream());
    }

    private PolicyLifting lifting(CiliumScope scope, CiliumPolicy policy) {
        return new PolicyLifting(
                new PeerLifting(
                        scope,
                        new Endpoints(scope.cluster()),
                        groups,
                        names(policy),
                        policy.namespace()));
    }

    /// Names are learned for the pods of a policy if a policy that surely selects them all has a
    /// DNS rule.
    private Names names(CiliumPolicy policy) {
        List<CiliumPolicy> learning = policies.stream().filter(CiliumPolicies::learns).toList();
        if (learning.isEmpty()) {
            return Names.NEVER;
        }
        return learning.stream().anyMatch(p -> p.includes(policy)) ? Names.LEARNED : Names.PERHAPS;
    }

    private static boolean learns(CiliumPolicy policy) {
        return policy.egress().allow().stream()
                .flatMap(rule -> rule.ports().stream().flatMap(List::stream))
                .anyMatch(p ->
                        p.layer7().filter(CiliumRule.Layer7.Dns.class::isInstance).isPresent());
    }

    /// What decides at nodes; nothing where no policy selects them. The host firewall is off unless
    /// it is switched on, of which manifests say nothing.
    public List<EnforcementPoint> hostPoints(CiliumScope scope) {
        List<EnforcementPoint> points = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<Policy> found =
                    lifted(scope, direction, Subject.Nodes.class::isInstance)
                            .map(CiliumPolicies::perhaps)
                            .toList();
            if (!found.isEmpty()) {
                points.add(hostPoint(scope.cluster(), direction, found));
            }
        }
        return points;
    }

    private static EnforcementPoint hostPoint(
            String cluster, Direction direction, List<Policy> policies) {
        Block block =
                new Block(
                        "host policies",
                        new Discipline.DenyOverrides(),
                        policies,
                        perhaps(new Action.Deny(Refusal.DROP)));
        return new EnforcementPoint(
                cluster + (direction == Direction.IN ? "/host-ingress" : "/host-egress"),
                cluster,
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, Place.NIC, new Endpoints(cluster).nodes()),
                Replies.ADMITTED,
                List.of(block));
    }

    private static Policy perhaps(Policy p) {
        List<Rule> rules =
                p.rules().stream()
                        .map(r -> new Rule(r.name(), r.match(), perhaps(r.action()), r.remark()))
                        .toList();
        return new Policy(p.name(), p.order(), p.subject(), PolicyMode.ISOLATES, rules, p.remark());
    }

    private static Action perhaps(Action action) {
        return action instanceof Action.Deny
                ? new Action.Either(
                        "the host firewall is only on where it is switched on",
                        List.of(action, new Action.Allow()))
                : action;
    }
}
