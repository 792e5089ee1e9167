package io.portolan.model.compile.ground;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Namespace;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What all compilers stand on: the design with where its elements are attached, who is meshed and
/// how services are dialled.
public record Ground(
        Design design,
        Segments segments,
        Attachments attachments,
        Meshes meshes,
        PodIndex pods,
        SequencedMap<ElementId, List<Address>> services) {
    /// Reads where everything of a design stands.
    public static Ground of(Design design) {
        Segments segments = new Segments(design);
        return new Ground(
                design,
                segments,
                new Attachments(design, segments),
                new Meshes(design),
                new PodIndex(design),
                ServiceAddresses.all(design));
    }

    /// The cluster that an element is drawn in, or is.
    public Optional<Cluster> clusterOf(ElementId id) {
        return design.enclosing(id, Cluster.class);
    }

    /// The name of the Kubernetes namespace around an element; one drawn outside of any is in
    /// `default`.
    public String namespaceOf(ElementId id) {
        return design.enclosing(id, Namespace.class).map(Namespace::label).orElse("default");
    }

    /// The element itself, what it is drawn inside of, and what it is attached to.
    public Stream<ElementId> around(ElementId id) {
        boolean inCluster = clusterOf(id).filter(c -> !c.id().equals(id)).isPresent();
        Stream<ElementId> segment =
                inCluster ? Stream.empty() : inside(ElementId.parse(segments.of(id)));
        return Stream.concat(inside(id), segment).distinct();
    }

    private Stream<ElementId> inside(ElementId id) {
        return Stream.concat(Stream.of(id), design.ancestors(id).stream().map(Element::id));
    }

    /// The VLANs and subnets drawn inside of an element.
    public Stream<ElementId> subnets(ElementId zone) {
        return design.elements().values().stream()
                .filter(Segments::isNetwork)
                .map(Element::id)
                .filter(id -> design.ancestors(id).stream().anyMatch(e -> e.id().equals(zone)));
    }

    /// True if anything that forwards packets is drawn.
    boolean hasDevices() {
        return !attachments.devices().isEmpty();
    }

    /// True if the cluster has a member that stands for its nodes.
    public boolean hasNodes(Cluster cluster) {
        return !cluster.nodeRanges().isEmpty() || hasDevices();
    }

    /// True if pods leave the cluster with the address of their node.
    public boolean masquerades(Cluster cluster) {
        return cluster.masquerade() == Masquerade.OUTSIDE_CLUSTER && hasNodes(cluster);
    }

    /// True if pod addresses mean something outside: no overlay hides them, or pods leave with
    /// them.
    public static boolean podsAreRouted(Cluster cluster) {
        boolean overlay =
                cluster.cni().filter(cni -> cni.encapsulation() != Encapsulation.NONE).isPresent();
        return !overlay || cluster.masquerade() == Masquerade.NEVER;
    }

    /// Where the address plans of two clusters overlap, each is a realm of its own; "" otherwise.
    public String realm(Cluster cluster) {
        boolean overlaps =
                design.all(Cluster.class)
                        .filter(other -> !other.id().equals(cluster.id()))
                        .anyMatch(other -> overlap(other.podRanges(), cluster.podRanges()));
        return overlaps ? cluster.id().value() : "";
    }

    private static boolean overlap(List<Cidr> ours, List<Cidr> theirs) {
        return ours.stream().anyMatch(a -> theirs.stream().anyMatch(a::overlaps));
    }

    /// The devices that members of a segment send to: the one it names, else every one that is
    /// drawn on it, else the router of its cloud network.
    public List<ElementId> gateways(String segment) {
        Optional<ElementId> named =
                design.elements().values().stream()
                        .filter(e -> e.id().value().equals(segment))
                        .findFirst()
                        .flatMap(Addresses::gateway)
                        .flatMap(address -> attachments.owner(segment, address));
        return named.map(List::of).orElseGet(() -> on(segment));
    }

    private List<ElementId> on(String segment) {
        List<ElementId> all = attachments.on(segment);
        List<ElementId> drawn =
                all.stream().filter(device -> !CloudRouters.is(design, device)).toList();
        return drawn.isEmpty() ? all : drawn;
    }
}
