package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumPolicy.Section;
import io.portolan.exporters.kubernetes.cilium.CiliumPolicy.Subject;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads CiliumNetworkPolicies and clusterwide ones. Empty values mean the opposite of what they
/// mean in a NetworkPolicy, so nothing is shared with its reader.
final class PolicyReader {
    static final String CLUSTERWIDE = "CiliumClusterwideNetworkPolicy";
    static final List<String> KINDS = List.of("CiliumNetworkPolicy", CLUSTERWIDE);

    private final Manifest manifest;
    private final Optional<String> namespace;

    private PolicyReader(Manifest manifest) {
        this.manifest = manifest;
        this.namespace =
                Optional.of(manifest.namespace()).filter(_ -> !manifest.kind().equals(CLUSTERWIDE));
    }

    /// The rule sets of a manifest: `spec`, and each of `specs`.
    ///
    /// @throws Part.Unfit if Cilium would refuse it
    static List<CiliumPolicy> read(Manifest manifest) {
        PolicyReader reader = new PolicyReader(manifest);
        List<CiliumPolicy> policies = new ArrayList<>();
        if (manifest.spec().isPresent()) {
            policies.add(reader.policy(manifest.spec(), manifest.name()));
        }
        List<Part> specs = manifest.root().get("specs").items();
        IntStream.range(0, specs.size())
                .mapToObj(
                        i -> reader.policy(specs.get(i), "%s#%d".formatted(manifest.name(), i + 1)))
                .forEach(policies::add);
        if (policies.isEmpty()) {
            throw new Part.Unfit(manifest.root(), "A policy needs spec or specs.");
        }
        return policies;
    }

    private CiliumPolicy policy(Part spec, String name) {
        checkSections(spec);
        Part open = spec.get("enableDefaultDeny");
        RuleReader in = new RuleReader(manifest, "from");
        RuleReader out = new RuleReader(manifest, "to");
        return new CiliumPolicy(
                namespace,
                name,
                subject(spec),
                new Section(
                        in.rules(spec.get("ingress")),
                        in.rules(spec.get("ingressDeny")),
                        isFalse(open.get("ingress"))),
                new Section(
                        out.rules(spec.get("egress")),
                        out.rules(spec.get("egressDeny")),
                        isFalse(open.get("egress"))),
                new Remark(manifest.at(spec), "", false));
    }

    private static boolean isFalse(Part part) {
        return part.text("true").equals("false");
    }

    private static void checkSections(Part spec) {
        if (spec.get("ingress").isAbsent()
                && spec.get("ingressDeny").isAbsent()
                && spec.get("egress").isAbsent()
                && spec.get("egressDeny").isAbsent()) {
            throw new Part.Unfit(
                    spec, "A policy needs ingress, ingressDeny, egress or egressDeny. Add one.");
        }
    }

    private Subject subject(Part spec) {
        Part pods = spec.get("endpointSelector");
        Part nodes = spec.get("nodeSelector");
        if (pods.isPresent() == nodes.isPresent()) {
            throw new Part.Unfit(
                    spec, "A policy needs endpointSelector or nodeSelector, and not both.");
        }
        if (nodes.isPresent() && namespace.isPresent()) {
            throw new Part.Unfit(
                    nodes, "A nodeSelector is for a clusterwide policy. Use that kind.");
        }
        return pods.isPresent()
                ? new Subject.Pods(LabelReader.read(pods))
                : new Subject.Nodes(LabelReader.read(nodes));
    }
}
