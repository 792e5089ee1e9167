package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoPolicy.Stage;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyLifting;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyReader;
import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Cni;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The Calico objects of one cluster, gathered one by one; then what they decide together with the
/// policies of Kubernetes.
public final class CalicoPolicies {
    private static final List<String> SETS = List.of("NetworkSet", "GlobalNetworkSet");
    private static final String STAGED_KUBERNETES = "StagedKubernetesNetworkPolicy";
    private static final String STAGED_ACTION = "stagedAction";
    private static final String FELIX = "FelixConfiguration";
    private static final List<String> OTHERS =
            List.of("Tier", "HostEndpoint", "Profile", "IPPool", STAGED_KUBERNETES);

    private final List<CalicoPolicy> policies = new ArrayList<>();
    private final Map<String, Tier> tiers = new LinkedHashMap<>();
    private final List<NetworkSet> sets = new ArrayList<>();
    private final List<HostEndpoint> hosts = new ArrayList<>();
    private final SequencedMap<String, Profile> profiles = new LinkedHashMap<>();
    private final List<IpPool> pools = new ArrayList<>();
    private Failsafe failsafe = Failsafe.DEFAULT;
    private Optional<Encapsulated> encapsulated = Optional.empty();
    private final List<NetworkPolicy> stagedKubernetes = new ArrayList<>();

    public CalicoPolicies() {
        Tier.BUILT_IN.forEach(tier -> tiers.put(tier.name(), tier));
    }

    /// True for the objects that this reads.
    public static boolean reads(Manifest manifest) {
        return CalicoManifests.is(manifest, PolicyReader.KINDS)
                || CalicoManifests.is(manifest, SETS)
                || CalicoManifests.is(manifest, OTHERS)
                || isForAllNodes(manifest);
    }

    private static boolean isForAllNodes(Manifest manifest) {
        return CalicoManifests.is(manifest, List.of(FELIX)) && manifest.name().equals("default");
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
            case "IPPool" -> pools.add(IpPool.read(manifest));
            case FELIX -> {
                failsafe = Failsafe.read(manifest);
                encapsulated = Optional.of(Encapsulated.read(manifest));
            }
            case STAGED_KUBERNETES -> addStaged(manifest);
            default -> addPolicy(manifest);
        }
    }

    private void addStaged(Manifest manifest) {
        NetworkPolicy policy = NetworkPolicyReader.read(manifest, STAGED_ACTION);
        if (isProposed(manifest)) {
            stagedKubernetes.add(policy);
        }
    }

    private void addPolicy(Manifest manifest) {
        CalicoPolicy policy = PolicyReader.read(manifest);
        if (!policy.staged() || isProposed(manifest)) {
            policies.add(policy);
        }
    }

    /// What is staged to be deleted or left alone proposes no rules.
    private static boolean isProposed(Manifest manifest) {
        Part action = manifest.spec().get(STAGED_ACTION);
        return switch (action.text("Set")) {
            case "", "Set", "Learn" -> true;
            case "Delete", "Ignore" -> false;
            default ->
                    throw new Part.Unfit(
                            action,
                            "The stagedAction (%s) must be Set, Delete, Learn or Ignore."
                                    .formatted(action.text("")));
        };
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
        CalicoObjects objects = objects(scope);
        PodSelector pods = objects.known().pods();
        List<Block> blocks = new ArrayList<>(tunnels(direction));
        blocks.addAll(
                new TierBlocks(
                                objects.tiers(),
                                objects.policies(Set.of(Stage.NORMAL, Stage.FORWARDED)),
                                new PolicyLifting(
                                        objects.known(), p -> pods.pods(PolicyLifting.subject(p))),
                                new PodPolicies(found.admin(), network, found.baseline()))
                        .blocks(direction));
        if (!blocks.isEmpty()) {
            blocks.add(Lists.podProfiles());
        }
        return blocks;
    }

    private List<Block> tunnels(Direction direction) {
        return direction == Direction.OUT
                ? encapsulated.map(Encapsulated::block).stream().toList()
                : List.of();
    }

    /// What host endpoints decide; nothing where there are none.
    public List<EnforcementPoint> hostPoints(CalicoScope scope) {
        CalicoObjects objects = objects(scope);
        return hosts.isEmpty()
                ? List.of()
                : Stream.concat(
                                new HostPoints(objects).points().stream(),
                                new ForwardPoints(objects).points().stream())
                        .toList();
    }

    /// The plug-in, of which manifests do not say the version.
    public Cni plugin() {
        Encapsulation encapsulation =
                pools.stream().map(IpPool::encapsulation).findFirst().orElse(Encapsulation.NONE);
        return new Cni(CniProduct.CALICO, Optional.empty(), encapsulation);
    }

    /// The blocks that pods take their addresses from; none: not known.
    public List<Cidr> podRanges() {
        return pools.stream().map(IpPool::block).distinct().toList();
    }

    /// The addresses of nodes that host endpoints speak of.
    public List<Cidr> nodes() {
        return hosts.stream()
                .flatMap(host -> host.expectedIps().stream())
                .map(Address::asBlock)
                .distinct()
                .toList();
    }

    private CalicoObjects objects(CalicoScope scope) {
        List<HostEndpoint> labelled = hosts.stream().map(h -> h.with(profiles)).toList();
        return new CalicoObjects(
                policies,
                tiers.values().stream().sorted(Tier.ASKED_IN_TURN).toList(),
                labelled,
                profiles,
                failsafe,
                new KnownPeers(scope, sets, labelled));
    }

    private List<Policy> staged(CalicoScope scope, Direction direction) {
        return new NetworkPolicyLifting(scope.cluster())
                .policies(stagedKubernetes, direction).stream()
                        .map(CalicoPolicies::shadow)
                        .toList();
    }

    private static Policy shadow(Policy p) {
        return new Policy(
                p.name(), p.order(), p.subject(), PolicyMode.SHADOW, p.rules(), p.remark());
    }
}
