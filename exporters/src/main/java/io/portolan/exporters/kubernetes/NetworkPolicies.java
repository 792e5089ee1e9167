package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyLifting;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyReader;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Direction;

import java.util.ArrayList;
import java.util.List;

/// NetworkPolicies as policies of the observed plan.
final class NetworkPolicies implements KindReader {
    private final ClusterEstate estate;
    private final List<NetworkPolicy> policies = new ArrayList<>();
    private final UniqueNames names = new UniqueNames();

    NetworkPolicies(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return NetworkPolicyReader.reads(manifest);
    }

    @Override
    public void read(Manifest manifest) {
        names.check(manifest);
        policies.add(NetworkPolicyReader.read(manifest));
        estate.namespace(manifest.namespace());
    }

    @Override
    public void finish() {
        NetworkPolicyLifting lifting = new NetworkPolicyLifting(estate.cluster().value());
        for (Direction direction : Direction.values()) {
            estate.policies().addNetwork(direction, lifting.policies(policies, direction));
        }
    }

    @Override
    public boolean decides() {
        return true;
    }
}
