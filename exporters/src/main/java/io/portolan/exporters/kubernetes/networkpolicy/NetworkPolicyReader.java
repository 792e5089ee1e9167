package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Rule;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a NetworkPolicy, refusing what the API server refuses.
public final class NetworkPolicyReader {
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";

    private final Manifest manifest;
    private final List<String> others;

    private NetworkPolicyReader(Manifest manifest, List<String> others) {
        this.manifest = manifest;
        this.others = others;
    }

    /// True for the objects that this reads.
    public static boolean reads(Manifest manifest) {
        return manifest.kind().equals("NetworkPolicy")
                && (manifest.group().equals("networking.k8s.io")
                        || manifest.group().equals("extensions"));
    }

    /// The policy of a manifest.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static NetworkPolicy read(Manifest manifest) {
        return new NetworkPolicyReader(manifest, List.of()).policy();
    }

    /// The same of a kind that has another key beside those of a NetworkPolicy.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static NetworkPolicy read(Manifest manifest, String other) {
        return new NetworkPolicyReader(manifest, List.of(other)).policy();
    }

    private NetworkPolicy policy() {
        Part spec = manifest.spec();
        Stream<String> own = Stream.of("podSelector", "policyTypes", "ingress", "egress");
        spec.checkKeys(Stream.concat(own, others.stream()).toArray(String[]::new));
        LabelSelector pods = LabelSelector.read(spec.get("podSelector"));
        List<Rule> ingress = rules(spec.get("ingress"), "from");
        List<Rule> egress = rules(spec.get("egress"), "to");
        List<String> types = types(spec.get("policyTypes"), egress.isEmpty());
        return new NetworkPolicy(
                manifest.namespace(),
                manifest.name(),
                pods,
                governed(types, INGRESS, ingress),
                governed(types, EGRESS, egress),
                remark(manifest.root()));
    }

    private static Optional<List<Rule>> governed(
            List<String> types, String type, List<Rule> rules) {
        return types.contains(type) ? Optional.of(rules) : Optional.empty();
    }

    /// Not written: ingress always, egress if there are rules for it.
    private static List<String> types(Part part, boolean noEgress) {
        List<String> types = part.texts();
        if (types.isEmpty()) {
            return noEgress ? List.of(INGRESS) : List.of(INGRESS, EGRESS);
        }
        for (String type : types) {
            if (!type.equals(INGRESS) && !type.equals(EGRESS)) {
                throw new Part.Unfit(
                        part, "The policy type (%s) must be Ingress or Egress.".formatted(type));
            }
        }
        return types;
    }

    private List<Rule> rules(Part list, String end) {
        return list.items().stream().map(rule -> rule(rule, end)).toList();
    }

    private Rule rule(Part rule, String end) {
        rule.checkKeys(end, "ports");
        return new Rule(
                rule.get(end).items().stream().map(PeerReader::read).toList(),
                rule.get("ports").items().stream().map(PortReader::read).toList(),
                remark(rule));
    }

    private Remark remark(Part part) {
        return new Remark(manifest.at(part), "", false);
    }
}
