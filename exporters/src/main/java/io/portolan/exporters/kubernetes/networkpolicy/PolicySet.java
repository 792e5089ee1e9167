package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.text.NameShortener;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts what a policy says of each direction into one object, as long as both are about the same
/// pods.
final class PolicySet {
    /// The longest name of an object (RFC 1123 subdomain).
    private static final int LONGEST_NAME = 253;

    private final Map<Key, NetworkPolicy> policies = new LinkedHashMap<>();
    private final Map<String, NameShortener> names = new TreeMap<>();

    private record Key(PeerLowering.Subject subject, String name) {}

    List<NetworkPolicy> all() {
        return policies.values().stream()
                .sorted(
                        Comparator.comparing(NetworkPolicy::namespace)
                                .thenComparing(NetworkPolicy::name))
                .toList();
    }

    void add(
            Policy policy,
            PeerLowering.Subject subject,
            Direction direction,
            List<NetworkPolicy.Rule> rules) {
        Key key = new Key(subject, policy.name());
        NetworkPolicy before = policies.get(key);
        NetworkPolicy whole = before == null ? named(policy, subject) : before;
        policies.put(key, with(whole, direction, rules));
    }

    private NetworkPolicy named(Policy policy, PeerLowering.Subject subject) {
        String own = policy.name().replaceFirst("^" + subject.namespace() + "/", "");
        String name = own.toLowerCase(Locale.ROOT).replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return new NetworkPolicy(
                subject.namespace(),
                unused(subject.namespace(), name),
                subject.pods(),
                Optional.empty(),
                Optional.empty(),
                policy.remark());
    }

    /// Two policies of one name that govern different pods cannot be one object.
    private String unused(String namespace, String name) {
        NameShortener shortener =
                names.computeIfAbsent(
                        namespace, _ -> new NameShortener(LONGEST_NAME, "[^a-z0-9.-]"));
        String unused = shortener.shorten(name);
        for (int i = 2; isTaken(namespace, unused); i++) {
            unused = shortener.shorten(name + "-" + i);
        }
        return unused;
    }

    private boolean isTaken(String namespace, String name) {
        return policies.values().stream()
                .anyMatch(p -> p.namespace().equals(namespace) && p.name().equals(name));
    }

    private static NetworkPolicy with(
            NetworkPolicy policy, Direction direction, List<NetworkPolicy.Rule> rules) {
        return new NetworkPolicy(
                policy.namespace(),
                policy.name(),
                policy.pods(),
                direction == Direction.IN ? joined(policy.ingress(), rules) : policy.ingress(),
                direction == Direction.OUT ? joined(policy.egress(), rules) : policy.egress(),
                policy.remark());
    }

    private static Optional<List<NetworkPolicy.Rule>> joined(
            Optional<List<NetworkPolicy.Rule>> before, List<NetworkPolicy.Rule> rules) {
        List<NetworkPolicy.Rule> all = new ArrayList<>(before.orElse(List.of()));
        all.addAll(rules);
        return Optional.of(all);
    }
}
