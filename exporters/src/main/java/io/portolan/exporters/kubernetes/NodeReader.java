package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Nodes with their addresses, where Services open ports. A dump lists all of them.
final class NodeReader implements KindReader {
    private static final Set<String> TYPES = Set.of("InternalIP", "ExternalIP");

    private final ClusterEstate estate;
    private final KnownNodes nodes;
    private final Set<Cidr> found = new LinkedHashSet<>();

    NodeReader(ClusterEstate estate, KnownNodes nodes) {
        this.estate = estate;
        this.nodes = nodes;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of(""), List.of("Node"));
    }

    @Override
    public void read(Manifest manifest) {
        nodes.add(manifest);
        manifest.root().get("status", "addresses").items().stream()
                .filter(a -> TYPES.contains(a.get("type").text("")))
                .flatMap(NodeReader::address)
                .forEach(found::add);
    }

    @Override
    public void finish() {
        if (found.isEmpty()) {
            return;
        }
        estate.with(cluster -> {
            Set<Cidr> all = new LinkedHashSet<>(cluster.nodeRanges());
            all.addAll(found);
            return cluster.withNodeRanges(List.copyOf(all));
        });
    }

    private static Stream<Cidr> address(Part one) {
        try {
            return Stream.of(Address.parse(one.get("address").text("")).asBlock());
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }
}
