package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.Peer;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one entry of a list of peers.
final class PeerReader {
    /// With the three that stand for nobody in the design (`init`, `health`, `unmanaged`).
    private static final Set<String> ENTITIES =
            Set.of(
                    "all",
                    "world",
                    "world-ipv4",
                    "world-ipv6",
                    "cluster",
                    "host",
                    "remote-node",
                    "kube-apiserver",
                    "ingress",
                    "init",
                    "health",
                    "unmanaged",
                    "none");

    private PeerReader() {}

    static List<Peer> read(String field, Part part) {
        return switch (field) {
            case "Endpoints" -> List.of(new Peer.Endpoints(LabelReader.read(part)));
            case "CIDR" -> List.of(new Peer.Block(cidr(part), List.of()));
            case "CIDRSet" -> List.of(blocks(part));
            case "Entities" -> List.of(entity(part));
            case "Nodes" -> List.of(new Peer.Nodes(LabelReader.read(part)));
            case "Services" -> List.of(service(part));
            case "FQDNs" -> List.of(domain(part));
            default -> List.of(new Peer.Unknown("who is in the group is asked elsewhere"));
        };
    }

    private static Peer entity(Part part) {
        String name = part.text("");
        if (!ENTITIES.contains(name)) {
            throw new Part.Unfit(
                    part,
                    "The entity (%s) is not known. Use world, cluster, host, remote-node ..."
                            .formatted(name));
        }
        return new Peer.Entity(name);
    }

    private static Peer blocks(Part part) {
        List<Cidr> except = part.get("except").items().stream().map(PeerReader::cidr).toList();
        Optional<String> group = part.get("cidrGroupRef").text().filter(n -> !n.isEmpty());
        Part selector = part.get("cidrGroupSelector");
        if (group.isPresent()) {
            return new Peer.Groups(group, LabelSelector.EVERYTHING, except);
        }
        return selector.isPresent()
                ? new Peer.Groups(Optional.empty(), LabelReader.read(selector), except)
                : new Peer.Block(cidr(part.get("cidr")), except);
    }

    /// A single address needs no prefix length.
    static Cidr cidr(Part part) {
        String text = part.text("");
        boolean single = text.indexOf('/') < 0;
        try {
            return Cidr.parse(single ? text + (text.indexOf(':') < 0 ? "/32" : "/128") : text);
        } catch (IllegalArgumentException e) {
            throw new Part.Unfit(part, String.valueOf(e.getMessage()));
        }
    }

    private static Peer service(Part part) {
        Part named = part.get("k8sService");
        return named.isPresent()
                ? new Peer.ServiceName(
                        named.get("namespace").text().filter(n -> !n.isEmpty()),
                        named.get("serviceName").text(""))
                : new Peer.Unknown("the labels of services are not in the design");
    }

    private static Peer domain(Part part) {
        Optional<String> name = part.get("matchName").text().filter(n -> !n.isEmpty());
        Optional<String> pattern = part.get("matchPattern").text().filter(n -> !n.isEmpty());
        if (name.isEmpty() && pattern.isEmpty()) {
            throw new Part.Unfit(part, "A name needs matchName or matchPattern.");
        }
        return new Peer.Domain(
                name.map(DnsText::name).orElseGet(() -> DnsText.pattern(pattern.orElseThrow())));
    }
}
