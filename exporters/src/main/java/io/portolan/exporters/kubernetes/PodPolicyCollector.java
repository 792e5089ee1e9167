package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.networkpolicy.PodPoint;
import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the readers found about pods, put together once all of it is known: one point
/// for each direction. Exactly one composition holds, that of Kubernetes or that of the network
/// plug-in, which takes the policies of Kubernetes as an input of its own.
final class PodPolicyCollector {
    private final Map<Direction, List<Policy>> admin = new EnumMap<>(Direction.class);
    private final Map<Direction, List<Policy>> network = new EnumMap<>(Direction.class);
    private final Map<Direction, List<Policy>> baseline = new EnumMap<>(Direction.class);
    private Optional<Map<Direction, List<Block>>> composed = Optional.empty();

    /// How a plug-in puts its own policies and those of Kubernetes in order.
    interface Composition {
        List<Block> blocks(Direction direction, PodPolicies found);
    }

    void addAdmin(Direction direction, List<Policy> policies) {
        add(admin, direction, policies);
    }

    void addNetwork(Direction direction, List<Policy> policies) {
        add(network, direction, policies);
    }

    void addBaseline(Direction direction, List<Policy> policies) {
        add(baseline, direction, policies);
    }

    /// The plug-in's own composition takes the place of that of Kubernetes, of which everything is
    /// known by now. False if another plug-in came first, which keeps its place.
    boolean compose(Composition own) {
        if (composed.isPresent()) {
            return false;
        }
        Map<Direction, List<Block>> blocks = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            blocks.put(direction, own.blocks(direction, found(direction)));
        }
        composed = Optional.of(blocks);
        return true;
    }

    private static void add(
            Map<Direction, List<Policy>> to, Direction direction, List<Policy> policies) {
        to.computeIfAbsent(direction, _ -> new ArrayList<>()).addAll(policies);
    }

    /// The points of a cluster; none for a direction about which nothing was found.
    List<EnforcementPoint> points(String cluster) {
        List<EnforcementPoint> points = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<Block> blocks = blocks(direction);
            if (!blocks.isEmpty()) {
                points.add(PodPoint.of(cluster, direction, blocks));
            }
        }
        return points;
    }

    private List<Block> blocks(Direction direction) {
        return composed.map(of -> of.getOrDefault(direction, List.of()))
                .orElseGet(() -> found(direction).blocks());
    }

    private PodPolicies found(Direction direction) {
        return new PodPolicies(
                admin.getOrDefault(direction, List.of()),
                network.getOrDefault(direction, List.of()),
                baseline.getOrDefault(direction, List.of()));
    }
}
