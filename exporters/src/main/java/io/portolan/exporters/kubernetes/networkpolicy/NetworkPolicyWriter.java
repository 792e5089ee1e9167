package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Peer;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Port;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Rule;
import io.portolan.exporters.manifest.SelectorWriter;
import io.portolan.exporters.text.Yaml;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// NetworkPolicies as YAML values: policy types, protocols and selectors always written out.
final class NetworkPolicyWriter {
    /// The annotation that names the flows of an object.
    private static final String FLOWS = "portolan.dev/flows";

    private NetworkPolicyWriter() {}

    static Yaml write(NetworkPolicy policy) {
        return Yaml.map()
                .with("apiVersion", "networking.k8s.io/v1")
                .with("kind", "NetworkPolicy")
                .with("metadata", metadata(policy))
                .with("spec", spec(policy));
    }

    private static Yaml metadata(NetworkPolicy policy) {
        Yaml.Mapping metadata =
                Yaml.map().with("name", policy.name()).with("namespace", policy.namespace());
        String flows = flows(policy);
        return flows.isEmpty()
                ? metadata
                : metadata.with("annotations", Yaml.map().with(FLOWS, flows));
    }

    private static String flows(NetworkPolicy policy) {
        return Stream.of(policy.ingress(), policy.egress())
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .flatMap(rule -> flow(rule.remark()).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    static Optional<String> flow(Remark remark) {
        return remark.origin() instanceof Origin.Flow(String id)
                ? Optional.of(id)
                : Optional.empty();
    }

    private static Yaml spec(NetworkPolicy policy) {
        List<String> types = new ArrayList<>();
        policy.ingress().ifPresent(_ -> types.add("Ingress"));
        policy.egress().ifPresent(_ -> types.add("Egress"));
        Yaml.Mapping spec =
                Yaml.map()
                        .with("podSelector", SelectorWriter.write(policy.pods()))
                        .with("policyTypes", Yaml.texts(types));
        spec = with(spec, "ingress", "from", policy.ingress().orElse(List.of()));
        return with(spec, "egress", "to", policy.egress().orElse(List.of()));
    }

    private static Yaml.Mapping with(
            Yaml.Mapping spec, String direction, String end, List<Rule> rules) {
        return rules.isEmpty()
                ? spec
                : spec.with(direction, Yaml.list(rules.stream().map(r -> rule(r, end)).toList()));
    }

    private static Yaml rule(Rule rule, String end) {
        Yaml.Mapping yaml = Yaml.map();
        if (!rule.peers().isEmpty()) {
            yaml = yaml.with(end, Yaml.list(rule.peers().stream().map(p -> peer(p)).toList()));
        }
        if (!rule.ports().isEmpty()) {
            yaml = yaml.with("ports", Yaml.list(rule.ports().stream().map(p -> port(p)).toList()));
        }
        return new Yaml.Commented(comments(rule.remark()), flow(rule.remark()).orElse(""), yaml);
    }

    private static List<String> comments(Remark remark) {
        String origin =
                switch (remark.origin()) {
                    case Origin.Flow(String id) -> "flow " + id;
                    case Origin.Line(String file, int line) -> file + ":" + line;
                    case Origin.BuiltIn(String words) -> words;
                };
        return List.of(remark.comment().isEmpty() ? origin : origin + ": " + remark.comment());
    }

    private static Yaml peer(Peer peer) {
        return switch (peer) {
            case Peer.Pods(var namespaces, var pods) when namespaces.isPresent() ->
                    ofNamespaces(
                            SelectorWriter.write(namespaces.get()), SelectorWriter.write(pods));
            case Peer.Pods(var _, var pods) ->
                    Yaml.map().with("podSelector", SelectorWriter.write(pods));
            case Peer.Addresses(var block, var except) -> {
                Yaml.Mapping ipBlock = Yaml.map().with("cidr", block.toString());
                List<String> texts = except.stream().map(Object::toString).toList();
                yield Yaml.map()
                        .with(
                                "ipBlock",
                                texts.isEmpty()
                                        ? ipBlock
                                        : ipBlock.with("except", Yaml.texts(texts)));
            }
        };
    }

    private static Yaml ofNamespaces(Yaml namespaces, Yaml pods) {
        return Yaml.map().with("namespaceSelector", namespaces).with("podSelector", pods);
    }

    private static Yaml port(Port port) {
        Yaml.Mapping yaml = Yaml.map().with("protocol", port.protocol().name());
        return switch (port) {
            case Port.All _ -> yaml;
            case Port.Named(var _, var name) -> yaml.with("port", name);
            case Port.Numbers(var _, var range) when range.low() == range.high() ->
                    yaml.with("port", range.low());
            case Port.Numbers(var _, var range) ->
                    yaml.with("port", range.low()).with("endPort", range.high());
        };
    }
}
