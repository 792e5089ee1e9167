package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoPolicy.Stage;
import io.portolan.exporters.kubernetes.calico.CalicoPolicy.Subject;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Direction;

import java.util.List;
import java.util.Optional;

/// Reads NetworkPolicies and GlobalNetworkPolicies of Calico, staged ones included.
final class PolicyReader {
    static final List<String> KINDS =
            List.of(
                    "NetworkPolicy",
                    "GlobalNetworkPolicy",
                    "StagedNetworkPolicy",
                    "StagedGlobalNetworkPolicy");
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";

    private final Manifest manifest;
    private final Part spec;
    private final Optional<String> namespace;

    private PolicyReader(Manifest manifest) {
        this.manifest = manifest;
        this.spec = manifest.spec();
        this.namespace =
                Optional.of(manifest.namespace()).filter(_ -> !manifest.kind().contains("Global"));
    }

    /// The policy of a manifest.
    ///
    /// @throws Part.Unfit if Calico would refuse it
    static CalicoPolicy read(Manifest manifest) {
        return new PolicyReader(manifest).policy();
    }

    private CalicoPolicy policy() {
        RuleReader rules = new RuleReader(manifest, namespace);
        List<CalicoRule> ingress = rules.read(spec.get("ingress"), Direction.IN);
        List<CalicoRule> egress = rules.read(spec.get("egress"), Direction.OUT);
        List<String> types = types(!ingress.isEmpty(), !egress.isEmpty());
        return new CalicoPolicy(
                namespace,
                manifest.name(),
                manifest.kind().replace("Staged", ""),
                spec.get("tier").text().filter(t -> !t.isEmpty()).orElse(Tier.DEFAULT),
                Numbers.read(spec.get("order")),
                subject(),
                Optional.of(ingress).filter(_ -> types.contains(INGRESS)),
                Optional.of(egress).filter(_ -> types.contains(EGRESS)),
                stage(types),
                manifest.kind().startsWith("Staged"),
                CalicoManifests.remark(manifest, manifest.root()));
    }

    private Subject subject() {
        for (String field : List.of("selector", "namespaceSelector", "serviceAccountSelector")) {
            if (spec.get(field).text("").contains("global()")) {
                throw new Part.Unfit(
                        spec.get(field),
                        "The test global() is for the namespaceSelector of a rule. Write it"
                                + " there.");
            }
        }
        return new Subject(
                SelectorParser.parse(spec.get("selector")),
                EntityReader.selector(spec.get("namespaceSelector")),
                EntityReader.selector(spec.get("serviceAccountSelector")));
    }

    /// Not written, the directions are those that have rules, and ingress if none has. What is
    /// stored without them (which only happens if it was never written through Calico) governs
    /// both.
    private List<String> types(boolean ingress, boolean egress) {
        List<String> types = spec.get("types").texts();
        if (types.isEmpty()) {
            return manifest.group().equals(CalicoManifests.STORED) || (ingress && egress)
                    ? List.of(INGRESS, EGRESS)
                    : List.of(egress ? EGRESS : INGRESS);
        }
        for (String type : types) {
            if (!type.equals(INGRESS) && !type.equals(EGRESS)) {
                throw new Part.Unfit(
                        spec.get("types"),
                        "The policy type (%s) must be Ingress or Egress.".formatted(type));
            }
        }
        return types;
    }

    private Stage stage(List<String> types) {
        boolean untracked = spec.get("doNotTrack").isTrue();
        boolean early = spec.get("preDNAT").isTrue();
        boolean forward = spec.get("applyOnForward").isTrue();
        if (untracked && early) {
            throw new Part.Unfit(
                    spec.get("preDNAT"), "A policy cannot be both preDNAT and doNotTrack.");
        }
        if ((untracked || early) && !forward) {
            throw new Part.Unfit(
                    spec, "A policy that is preDNAT or doNotTrack needs applyOnForward: true.");
        }
        if (early && types.contains(EGRESS)) {
            throw new Part.Unfit(
                    spec.get("types"), "A policy that is preDNAT has ingress rules alone.");
        }
        if (untracked) {
            return Stage.UNTRACKED;
        }
        return early ? Stage.BEFORE_DNAT : forward ? Stage.FORWARDED : Stage.NORMAL;
    }
}
