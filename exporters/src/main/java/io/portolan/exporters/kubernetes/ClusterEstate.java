package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.calico.CalicoScope.Account;
import io.portolan.exporters.manifest.Notices;
import io.portolan.model.design.About;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Service;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Remainder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The estate of one cluster while it is read.
final class ClusterEstate {
    private final Ids ids = new Ids();
    private final Annotations annotations = new Annotations();
    private final AppProtocols appProtocols = new AppProtocols();
    private final Notices notices;
    private Cluster cluster;
    private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
    private final Map<Account, Map<String, String>> accounts = new HashMap<>();
    private final Map<String, ElementId> namespaceIds = new HashMap<>();
    private final Map<ElementId, String> namespacesById = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private final Map<ElementId, Map<String, Service>> services = new HashMap<>();
    private final Map<String, ElementId> aliases = new HashMap<>();
    private final List<EnforcementPoint> points = new ArrayList<>();
    private final PodPolicyCollector policies = new PodPolicyCollector();
    private final List<Remainder> notAnalysed = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private final List<NatTable> natTables = new ArrayList<>();
    private final List<WaypointUse> waypointUses = new ArrayList<>();

    ClusterEstate(String name, Notices notices) {
        this.notices = notices;
        this.cluster = cluster(ids.unused(name, "cluster"), name);
    }

    private static Cluster cluster(ElementId id, String name) {
        return new Cluster(
                id,
                name,
                Optional.empty(),
                About.NOTHING,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Masquerade.OUTSIDE_CLUSTER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RuleSource.EXISTING);
    }

    Notices notices() {
        return notices;
    }

    Annotations annotations() {
        return annotations;
    }

    AppProtocols appProtocols() {
        return appProtocols;
    }

    ElementId cluster() {
        return cluster.id();
    }

    /// Something is known of the cluster itself.
    void with(UnaryOperator<Cluster> change) {
        cluster = change.apply(cluster);
    }

    /// A namespace with its labels, as its own object says.
    void declare(String namespace, Map<String, String> labels) {
        namespaces.put(namespace, labels);
    }

    /// The id of a namespace, which exists by being mentioned.
    ElementId namespace(String name) {
        namespaces.putIfAbsent(name, Map.of());
        return namespaceIds.computeIfAbsent(name, this::newNamespace);
    }

    private ElementId newNamespace(String name) {
        ElementId id = ids.unused(cluster.id() + "/" + name, "namespace");
        namespacesById.put(id, name);
        return id;
    }

    /// The labels of a namespace, the implied one included.
    Map<String, String> labelsOf(String namespace) {
        Map<String, String> labels = new HashMap<>();
        labels.put("kubernetes.io/metadata.name", namespace);
        labels.putAll(namespaces.getOrDefault(namespace, Map.of()));
        return labels;
    }

    /// The names of all namespaces, sorted.
    List<String> namespaceNames() {
        return List.copyOf(namespaces.keySet());
    }

    /// A service account with its labels, as its own object says.
    void declare(Account account, Map<String, String> labels) {
        namespace(account.namespace());
        accounts.put(account, labels);
    }

    Map<Account, Map<String, String>> accounts() {
        return accounts;
    }

    /// An id for an object of a namespace.
    ElementId idFor(String namespace, String name, String kind) {
        return ids.unused(namespace(namespace) + "/" + name, kind);
    }

    /// An id for something that stands in the cluster itself.
    ElementId idFor(String name, String kind) {
        return ids.unused(cluster.id() + "/" + name, kind);
    }

    void add(Element element) {
        elements.add(element);
        if (element instanceof Service service) {
            service.parent()
                    .ifPresent(home ->
                            services.computeIfAbsent(home, _ -> new HashMap<>())
                                    .putIfAbsent(service.label(), service));
        }
    }

    /// The name of the namespace that an element stands in.
    String namespaceOf(Element element) {
        return element.parent().map(id -> namespacesById.getOrDefault(id, "")).orElse("");
    }

    /// A name of the source (`ns/name`) for a part of an element.
    void addAlias(String name, ElementId element) {
        aliases.put(name, element);
    }

    Map<String, ElementId> aliases() {
        return aliases;
    }

    <E extends Element> Stream<E> all(Class<E> kind) {
        return elements.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The Service of that name.
    Optional<Service> findService(String namespace, String name) {
        Map<String, Service> own = services.getOrDefault(namespace(namespace), Map.of());
        return Optional.ofNullable(own.get(name));
    }

    /// What may ask for a waypoint, pods aside.
    List<WaypointUse> waypointUses() {
        return waypointUses;
    }

    void add(WaypointUse use) {
        waypointUses.add(use);
    }

    void addPoints(List<EnforcementPoint> found) {
        points.addAll(found);
    }

    void addLegs(List<Leg> found) {
        legs.addAll(found);
    }

    /// What proxies of meshes do between each other, where they differ from the usual.
    List<Leg> legs() {
        return legs;
    }

    /// Where clients of meshes are sent instead of what they dial.
    List<NatTable> natTables() {
        return natTables;
    }

    void add(NatTable table) {
        natTables.add(table);
    }

    /// Something that decides about connections in ways that are not modelled.
    void addNotAnalysed(Origin origin, String about, String text) {
        notAnalysed.add(new Remainder(origin, about, text));
    }

    /// What the readers find about pods is collected here.
    PodPolicyCollector policies() {
        return policies;
    }

    /// The points at the pods, then the others in the order of the readers.
    List<EnforcementPoint> points() {
        return Stream.concat(policies.points(cluster.id().value()).stream(), points.stream())
                .toList();
    }

    List<Remainder> notAnalysed() {
        return notAnalysed;
    }

    /// The cluster, its namespaces by name, then what was found in the order of the readers.
    List<Element> elements() {
        List<Element> all = new ArrayList<>(List.of(cluster));
        namespaces.forEach((name, labels) -> all.add(namespace(name, labels)));
        all.addAll(elements);
        return all;
    }

    private Namespace namespace(String name, Map<String, String> labels) {
        return new Namespace(
                namespace(name), name, Optional.of(cluster.id()), About.NOTHING, labels);
    }
}
