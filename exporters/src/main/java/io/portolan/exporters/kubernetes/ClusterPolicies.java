package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Tier;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicyLifting;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicyReader;
import io.portolan.exporters.kubernetes.clusterpolicy.PodFamilies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.ClusterPolicyKind;
import io.portolan.model.policy.Direction;

import java.util.ArrayList;
import java.util.List;

/// Cluster-wide policies of Kubernetes as policies of the observed plan.
final class ClusterPolicies implements KindReader {
    private final ClusterEstate estate;
    private final PodFamilies families;
    private final List<ClusterPolicy> policies = new ArrayList<>();
    private final UniqueNames names = new UniqueNames();

    ClusterPolicies(ClusterEstate estate, PodFamilies families) {
        this.estate = estate;
        this.families = families;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return ClusterPolicyReader.reads(manifest);
    }

    @Override
    public void read(Manifest manifest) {
        names.check(manifest);
        ClusterPolicy policy = ClusterPolicyReader.read(manifest);
        checkPriority(manifest, policy);
        policies.add(policy);
    }

    /// Of ClusterNetworkPolicies with one priority either may come first; the answer then says so
    /// where it matters. The older API calls its users to choose another one.
    private void checkPriority(Manifest manifest, ClusterPolicy policy) {
        if (policy.kind() != ClusterPolicyKind.ADMIN_NETWORK_POLICY) {
            return;
        }
        policies.stream()
                .filter(other -> other.kind() == policy.kind())
                .filter(other -> other.priority() == policy.priority())
                .findFirst()
                .ifPresent(other -> {
                    throw new Part.Unfit(
                            manifest.spec().get("priority"),
                            "The priority (%d) is that of %s as well. Give them different ones."
                                    .formatted(policy.priority(), other.name()));
                });
    }

    @Override
    public void finish() {
        ClusterPolicyLifting lifting = new ClusterPolicyLifting(estate.cluster().value(), families);
        for (Direction direction : Direction.values()) {
            estate.policies()
                    .addAdmin(direction, lifting.policies(policies, Tier.ADMIN, direction));
            estate.policies()
                    .addBaseline(direction, lifting.policies(policies, Tier.BASELINE, direction));
        }
    }

    @Override
    public boolean decides() {
        return true;
    }
}
