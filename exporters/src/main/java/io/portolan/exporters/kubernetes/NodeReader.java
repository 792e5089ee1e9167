package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Nodes with their addresses, where Services open ports. A dump lists all of them.
final class NodeReader implements KindReader {
    private static final Set<String> TYPES = Set.of("InternalIP", "ExternalIP");

    private final ClusterEstate estate;

    NodeReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of(""), List.of("Node"));
    }

    @Override
    public void read(Manifest manifest) {
        List<Cidr> own =
                manifest.root().get("status", "addresses").items().stream()
                        .filter(a -> TYPES.contains(a.get("type").text("")))
                        .flatMap(NodeReader::address)
                        .toList();
        estate.with(cluster -> {
            List<Cidr> all = new ArrayList<>(cluster.nodeRanges());
            own.stream().filter(block -> !all.contains(block)).forEach(all::add);
            return cluster.withNodeRanges(all);
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
