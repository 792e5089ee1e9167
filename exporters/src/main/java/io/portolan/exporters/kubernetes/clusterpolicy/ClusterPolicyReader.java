package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Pods;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Rule;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Tier;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.ClusterPolicyKind;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads ClusterNetworkPolicies (`v1alpha2`), AdminNetworkPolicies and BaselineAdminNetworkPolicies
/// (`v1alpha1`). What the API server would refuse, or what has no one meaning, is refused.
public final class ClusterPolicyReader {
    private static final String GROUP = "policy.networking.k8s.io";

    /// The only name that a BaselineAdminNetworkPolicy may have.
    private static final String SINGLETON = "default";

    /// Priorities are 0 to this.
    private static final int LAST_PRIORITY = 1000;

    private final Manifest manifest;
    private final ClusterPolicyKind kind;
    private final Dialect dialect;

    private ClusterPolicyReader(Manifest manifest, ClusterPolicyKind kind) {
        this.manifest = manifest;
        this.kind = kind;
        this.dialect = Dialect.of(kind);
    }

    /// True for the objects that this reads.
    public static boolean reads(Manifest manifest) {
        return manifest.group().equals(GROUP) && kind(manifest).isPresent();
    }

    private static Optional<ClusterPolicyKind> kind(Manifest manifest) {
        for (ClusterPolicyKind kind : ClusterPolicyKind.values()) {
            if (kind.word().equals(manifest.kind())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The policy of a manifest.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static ClusterPolicy read(Manifest manifest) {
        ClusterPolicyKind kind =
                kind(manifest)
                        .orElseThrow(() ->
                                new Part.Unfit(manifest.root(), "This is no cluster-wide policy."));
        return new ClusterPolicyReader(manifest, kind).policy();
    }

    private ClusterPolicy policy() {
        Part spec = manifest.spec();
        spec.checkKeys("tier", "priority", "subject", "ingress", "egress");
        return new ClusterPolicy(
                kind,
                tier(spec),
                manifest.name(),
                priority(spec),
                subject(spec.get("subject")),
                rules(spec.get("ingress"), "from"),
                rules(spec.get("egress"), "to"),
                remark(manifest.root()));
    }

    private Tier tier(Part spec) {
        return switch (kind) {
            case ADMIN_NETWORK_POLICY -> Tier.ADMIN;
            case BASELINE_ADMIN_NETWORK_POLICY -> Tier.BASELINE;
            case CLUSTER_NETWORK_POLICY ->
                    Words.one(
                            spec.get("tier"),
                            Map.of("Admin", Tier.ADMIN, "Baseline", Tier.BASELINE));
        };
    }

    private int priority(Part spec) {
        if (kind == ClusterPolicyKind.BASELINE_ADMIN_NETWORK_POLICY) {
            if (!manifest.name().equals(SINGLETON)) {
                throw new Part.Unfit(
                        manifest.root().get("metadata"),
                        "A BaselineAdminNetworkPolicy must be called default, not (%s)."
                                .formatted(manifest.name()));
            }
            return 0;
        }
        Part part = spec.get("priority");
        return part.number()
                .filter(number -> number >= 0 && number <= LAST_PRIORITY)
                .orElseThrow(() ->
                        new Part.Unfit(
                                part.isAbsent() ? spec : part,
                                "The priority (%s) must be in 0..%d."
                                        .formatted(part.text("none"), LAST_PRIORITY)));
    }

    private static Pods subject(Part subject) {
        Words.Field field = Words.single(subject, "subject");
        return PeerReader.pods(field)
                .orElseThrow(() ->
                        new Part.Unfit(
                                subject,
                                "The subject must be namespaces or pods, not (%s)."
                                        .formatted(field.name())));
    }

    private List<Rule> rules(Part list, String end) {
        List<Part> rules = Words.atMost(list, dialect.rules());
        return rules.stream()
                .map(rule -> new RuleReader(dialect, rule, end).read(this::remark))
                .toList();
    }

    private Remark remark(Part part) {
        return new Remark(manifest.at(part), "", false);
    }
}
