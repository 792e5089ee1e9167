package io.portolan.model.rule.builtin.mesh;

import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Policy;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.IdlePolicies;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// MSH-032: a policy of a mesh selects workloads, none of which has a proxy that would enforce it.
final class PolicyWithoutProxy implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("MSH-032", "Missing proxy on a protected workload", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        IdlePolicies idle = new IdlePolicies(context);
        return idle.withoutProxy().map(entry -> finding(entry.policy(), idle.pods(entry.policy())));
    }

    private Finding finding(Policy policy, List<ElementId> pods) {
        String message =
                "The policy %s selects %s, and none of them has a proxy of the mesh, so it protects"
                                .formatted(policy.name(), Names.some(pods))
                        + " nothing. Bring them into the mesh, or protect them with network"
                        + " policies.";
        return Finding.of(info(), message, pods.toArray(ElementId[]::new))
                .withWitness(policy.name())
                .withEvidence(
                        List.of(
                                new Evidence(
                                        "policy %s".formatted(policy.name()),
                                        Optional.of(policy.remark().origin()))));
    }
}
