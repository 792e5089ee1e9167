package io.portolan.model.compile.ground;

import io.portolan.model.design.Client;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.CloudRegion;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Link;
import io.portolan.model.design.Site;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which segment each element is attached to: what it is drawn in, else what a line connects it
/// with, else the network that its address is of. Members of one segment reach each other without a
/// device between them.
public final class Segments {
    private final Design design;
    private final Map<ElementId, String> known = new HashMap<>();
    private final Map<ElementId, List<ElementId>> neighbours = new HashMap<>();
    private final List<Element> networks;
    private final Optional<Internet> internet;

    Segments(Design design) {
        this.design = design;
        networks = design.elements().values().stream().filter(Segments::isNetwork).toList();
        internet = design.all(Internet.class).findFirst();
        design.links().values().forEach(this::note);
    }

    private void note(Link link) {
        neighbours.merge(link.from(), List.of(link.to()), Segments::join);
        neighbours.merge(link.to(), List.of(link.from()), Segments::join);
    }

    private static List<ElementId> join(List<ElementId> first, List<ElementId> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /// True of VLANs and subnets.
    public static boolean isNetwork(Element element) {
        return element instanceof Vlan || element instanceof Subnet;
    }

    /// The segment of an element; its own id where nothing says more.
    public String of(ElementId id) {
        String segment = known.get(id);
        if (segment == null) {
            segment = find(id);
            known.put(id, segment);
        }
        return segment;
    }

    private String find(ElementId id) {
        Optional<Cluster> cluster = design.enclosing(id, Cluster.class);
        if (cluster.isPresent()) {
            return ofCluster(cluster.get());
        }
        return drawnIn(id, Segments::isNetwork)
                .or(() -> linked(id, Segments::isNetwork))
                .or(() -> drawnIn(id, e -> e instanceof Internet))
                .or(() -> byAddress(Addresses.own(design, id)))
                .or(() -> linked(id, Segments::isPlace))
                .or(() -> drawnIn(id, Segments::isPlace))
                .or(() -> isOutside(id) ? internet.map(Internet::id) : Optional.empty())
                .orElse(id)
                .value();
    }

    private String ofCluster(Cluster cluster) {
        ElementId id = cluster.id();
        return linked(id, Segments::isNetwork)
                .or(() -> drawnIn(id, Segments::isNetwork))
                .or(() -> linkedToDevice(id) ? Optional.of(id) : Optional.empty())
                .or(() -> byAddress(cluster.nodeRanges()))
                .orElse(id)
                .value();
    }

    private Optional<ElementId> drawnIn(ElementId id, Predicate<Element> kind) {
        return Stream.concat(design.find(id).stream(), design.ancestors(id).stream())
                .filter(kind)
                .map(Element::id)
                .findFirst();
    }

    private Optional<ElementId> linked(ElementId id, Predicate<Element> kind) {
        return neighbours.getOrDefault(id, List.of()).stream()
                .flatMap(other -> design.find(other).stream())
                .filter(kind)
                .map(Element::id)
                .findFirst();
    }

    private boolean linkedToDevice(ElementId id) {
        return linked(id, e -> Device.of(e).isPresent()).isPresent();
    }

    private static boolean isPlace(Element element) {
        return element instanceof Internet
                || element instanceof Cluster
                || element instanceof Site
                || element instanceof CloudNetwork
                || element instanceof CloudRegion;
    }

    private boolean isOutside(ElementId id) {
        return design.find(id)
                .filter(e -> e instanceof ExternalApi || e instanceof Client)
                .isPresent();
    }

    private Optional<ElementId> byAddress(List<Cidr> blocks) {
        return blocks.isEmpty() ? Optional.empty() : holding(blocks.getFirst().first());
    }

    /// The VLAN or subnet with the longest prefix that holds the address.
    Optional<ElementId> holding(Address address) {
        return networks.stream()
                .filter(e -> Addresses.range(e).filter(r -> r.contains(address)).isPresent())
                .max(Comparator.comparingInt(e -> Addresses.range(e).map(Cidr::length).orElse(0)))
                .map(Element::id);
    }
}
