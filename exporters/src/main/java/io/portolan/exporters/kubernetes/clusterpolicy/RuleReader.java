package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Peer;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Pods;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Port;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Rule;
import io.portolan.exporters.kubernetes.clusterpolicy.Dialect.PortField;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.function.Function;

/// Reads one rule. `end` is the field of its peers, `from` or `to`.
record RuleReader(Dialect dialect, Part rule, String end) {
    /// The longest name of a rule.
    private static final int LONGEST_NAME = 100;

    Rule read(Function<Part, Remark> remark) {
        rule.checkKeys("name", "action", end, dialect.ports().word());
        List<Peer> peers =
                Words.some(rule.get(end), dialect.entries(), "peer in " + end).stream()
                        .map(peer -> PeerReader.read(peer, end))
                        .toList();
        List<Port> ports = ports();
        checkNames(peers, ports);
        return new Rule(
                name(),
                Words.one(rule.get("action"), dialect.verbs()),
                peers,
                ports,
                remark.apply(rule));
    }

    private String name() {
        String name = rule.get("name").text("");
        if (name.length() > LONGEST_NAME) {
            throw new Part.Unfit(
                    rule.get("name"),
                    "The name (%s) must have at most %d characters.".formatted(name, LONGEST_NAME));
        }
        return name;
    }

    /// Not written means every protocol; an empty list is refused.
    private List<Port> ports() {
        Part list = rule.get(dialect.ports().word());
        if (list.isAbsent()) {
            return List.of();
        }
        return Words.some(list, dialect.entries(), "port").stream()
                .map(port ->
                        dialect.ports() == PortField.PROTOCOLS
                                ? PortReader.protocol(port)
                                : PortReader.port(port))
                .toList();
    }

    /// Only pods have ports with names. The older kinds were installed without this check.
    private void checkNames(List<Peer> peers, List<Port> ports) {
        if (dialect.ports() == PortField.PROTOCOLS
                && peers.stream().anyMatch(peer -> !(peer instanceof Pods))
                && ports.stream().anyMatch(Port.Named.class::isInstance)) {
            throw new Part.Unfit(
                    rule,
                    "A destinationNamedPort needs peers that are pods or namespaces. Write another"
                            + " rule for the others.");
        }
    }
}
