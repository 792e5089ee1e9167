package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyLifting;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyReader;
import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The Calico objects of one cluster, gathered one by one; then what they decide together with the
/// policies of Kubernetes.
public final class CalicoPolicies {
    private static final List<String> SETS = List.of("NetworkSet", "GlobalNetworkSet");
    private static final String STAGED_KUBERNETES = "StagedKubernetesNetworkPolicy";
    private static final List<String> OTHERS =
            List.of("Tier", "HostEndpoint", "Profile", STAGED_KUBERNETES);

    private final List<CalicoPolicy> policies = new ArrayList<>();
    private final Map<String, Tier> tiers = new LinkedHashMap<>();
    private final List<NetworkSet> sets = new ArrayList<>();
    private final List<HostEndpoint> hosts = new ArrayList<>();
    private final SequencedMap<String, Profile> profiles = new LinkedHashMap<>();
    private final List<Manifest> stagedKubernetes = new ArrayList<>();

    public CalicoPolicies() {
        Tier.BUILT_IN.forEach(tier -> tiers.put(tier.name(), tier));
    }

    /// True for the objects that this reads.
    public static boolean reads(Manifest manifest) {
        return CalicoManifests.is(manifest, PolicyReader.KINDS)
                || CalicoManifests.is(manifest, SETS)
                || CalicoManifests.is(manifest, OTHERS);
    }

    /// Takes one object.
    ///
    /// @throws io.portolan.exporters.manifest.Part.Unfit if Calico would refuse it
    public void add(Manifest manifest) {
        switch (manifest.kind()) {
            case "Tier" -> tiers.put(manifest.name(), ObjectReader.tier(manifest));
            case "NetworkSet", "GlobalNetworkSet" -> sets.add(ObjectReader.networkSet(manifest));
            case "HostEndpoint" -> hosts.add(ObjectReader.hostEndpoint(manifest));
            case "Profile" -> profiles.put(manifest.name(), ObjectReader.profile(manifest));
            case STAGED_KUBERNETES -> stagedKubernetes.add(manifest);
            default -> policies.add(PolicyReader.read(manifest));
        }
    }

    /// The namespace that an object names, if it is of one.
    public static boolean isNamespaced(Manifest manifest) {
        return switch (manifest.kind()) {
            case "NetworkPolicy", "StagedNetworkPolicy", STAGED_KUBERNETES, "NetworkSet" -> true;
            default -> false;
        };
    }

    /// What decides at pods in one direction, where the policies of Kubernetes are `found`.
    public List<Block> blocks(CalicoScope scope, Direction direction, PodPolicies found) {
        List<Policy> network = new ArrayList<>(found.network());
        network.addAll(staged(scope, direction));
        return new TierBlocks(objects(scope))
                .blocks(direction, new PodPolicies(found.admin(), network, found.baseline()));
    }

    private CalicoObjects objects(CalicoScope scope) {
        return new CalicoObjects(
                policies,
                tiers.values().stream().sorted(Tier.ASKED_IN_TURN).toList(),
                hosts,
                profiles,
                new KnownPeers(scope, sets, hosts));
    }

    private List<Policy> staged(CalicoScope scope, Direction direction) {
        return new NetworkPolicyLifting(scope.cluster())
                        .policies(
                                stagedKubernetes.stream().map(NetworkPolicyReader::read).toList(),
                                direction)
                        .stream()
                        .map(CalicoPolicies::shadow)
                        .toList();
    }

    private static Policy shadow(Policy p) {
        return new Policy(
                p.name(), p.order(), p.subject(), PolicyMode.SHADOW, p.rules(), p.remark());
    }
}
