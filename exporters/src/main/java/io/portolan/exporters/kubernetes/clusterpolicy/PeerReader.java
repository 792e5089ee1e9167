package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Peer;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Pods;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.NetworkValues;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads one entry of `from` or `to`.
final class PeerReader {
    /// Names with an optional `*.` in front (the pattern of the API).
    private static final String DOMAIN =
            "(\\*\\.)?([a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+"
                    + "[a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?";

    private PeerReader() {}

    /// The one kind of peer that the entry names. Addresses, nodes and names are for `to` alone;
    /// elsewhere, as any other field, they are something that a newer version may know.
    static Peer read(Part entry, String end) {
        Words.Field field = Words.single(entry, "peer");
        Optional<Pods> pods = pods(field);
        if (pods.isPresent()) {
            return pods.get();
        }
        if (!end.equals("to")) {
            return new Peer.Unknown(field.name());
        }
        return switch (field.name()) {
            case "nodes" -> new Peer.Nodes(LabelSelector.read(field.value()));
            case "networks" -> new Peer.Networks(blocks(field.value()));
            case "domainNames" -> new Peer.Domains(names(field.value()));
            default -> new Peer.Unknown(field.name());
        };
    }

    /// `namespaces` or `pods`; a selector that is left out of `pods` selects everything.
    static Optional<Pods> pods(Words.Field field) {
        Part value = field.value();
        return switch (field.name()) {
            case "namespaces" ->
                    Optional.of(new Pods(LabelSelector.read(value), LabelSelector.EVERYTHING));
            case "pods" -> Optional.of(podsOf(value));
            default -> Optional.empty();
        };
    }

    private static Pods podsOf(Part value) {
        value.checkKeys("namespaceSelector", "podSelector");
        return new Pods(
                LabelSelector.read(value.get("namespaceSelector")),
                LabelSelector.read(value.get("podSelector")));
    }

    private static List<Cidr> blocks(Part list) {
        return Words.some(list, Dialect.BLOCKS, "block").stream().map(NetworkValues::cidr).toList();
    }

    private static List<String> names(Part list) {
        return Words.some(list, Dialect.BLOCKS, "name").stream().map(PeerReader::name).toList();
    }

    private static String name(Part part) {
        String name = part.text("");
        if (!name.matches(DOMAIN)) {
            throw new Part.Unfit(
                    part,
                    "The domain name (%s) must be like example.org or *.example.org."
                            .formatted(name));
        }
        return name.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
    }
}
