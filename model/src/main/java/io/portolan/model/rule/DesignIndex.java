package io.portolan.model.rule;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Intent;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Pool;
import io.portolan.model.design.Route;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What several rules ask of one design, answered once per run.
public final class DesignIndex {
    private final Design design;
    private final Reachability reachability;
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Supplier<Map<ElementId, List<Element>>> children;
    private final Supplier<Map<ElementId, Mesh>> meshes;
    private final Supplier<Map<String, Member>> members;
    private final Supplier<PolicyTable> policies;
    private final Supplier<PolicyTable> observed;
    private final Supplier<Excess> excess;

    public DesignIndex(CompiledDesign compiled, Reachability reachability) {
        design = compiled.design();
        this.reachability = reachability;
        children = new Lazy<>(this::findChildren);
        meshes = new Lazy<>(this::findMeshes);
        members = new Lazy<>(() -> byName(compiled.estate()));
        Supplier<MemberSets> sets = new Lazy<>(() -> new MemberSets(compiled.estate()));
        policies = new Lazy<>(() -> table(compiled.plan(), sets));
        observed = new Lazy<>(() -> table(design.observed(), sets));
        excess = new Lazy<>(() -> new Excess(design, this, reachability.relation()));
    }

    private static PolicyTable table(EnforcementPlan plan, Supplier<MemberSets> members) {
        return new PolicyTable(plan, members.get());
    }

    private static Map<String, Member> byName(Estate estate) {
        Map<String, Member> found = new LinkedHashMap<>();
        estate.members().forEach(member -> found.putIfAbsent(member.name(), member));
        return found;
    }

    /// Policies beside endpoints, those found and those derived.
    public PolicyTable policies() {
        return policies.get();
    }

    /// Only the policies that were found.
    public PolicyTable observed() {
        return observed.get();
    }

    /// What is possible beyond the flows.
    public Excess excess() {
        return excess.get();
    }

    /// True for the pods that answer DNS questions in a cluster: those labelled `k8s-app=kube-dns`.
    public boolean isResolver(ElementId id) {
        return "kube-dns".equals(labels(id).get("k8s-app"));
    }

    /// The element of that name, if it is one: owners of points may be parts of the plan only.
    public Optional<ElementId> element(String name) {
        return design.elements().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst();
    }

    /// The verdict on a flow.
    public Verdict verdict(Flow flow) {
        return verdicts.computeIfAbsent(flow.id(), id -> reachability.evaluate(flow));
    }

    /// The flows that shall be possible.
    public Stream<Flow> intended() {
        return design.flows().values().stream().filter(flow -> flow.intent() == Intent.ALLOW);
    }

    /// What is drawn directly inside an element.
    public List<Element> children(ElementId parent) {
        return children.get().getOrDefault(parent, List.of());
    }

    private Map<ElementId, List<Element>> findChildren() {
        Map<ElementId, List<Element>> found = new HashMap<>();
        for (Element element : design.elements().values()) {
            element.parent()
                    .ifPresent(p -> found.computeIfAbsent(p, _ -> new ArrayList<>()).add(element));
        }
        return found;
    }

    /// The mesh whose proxy an element has: the nearest that it is drawn in, or that names it or a
    /// container of it. Only pods can have one, and not in the network of their node; a gateway is
    /// a proxy of the mesh if it is named or is the mesh's own product.
    public Optional<Mesh> meshOf(ElementId id) {
        boolean possible =
                switch (design.find(id).orElse(null)) {
                    case Workload workload -> !workload.hostNetwork();
                    case Gateway gateway -> meshes.get().containsKey(id) || isOfMesh(gateway);
                    case null, default -> false;
                };
        return possible
                ? Stream.concat(design.find(id).stream(), design.ancestors(id).stream())
                        .flatMap(this::meshAt)
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Mesh> meshAt(Element element) {
        return element instanceof Mesh mesh
                ? Stream.of(mesh)
                : Optional.ofNullable(meshes.get().get(element.id())).stream();
    }

    private static boolean isOfMesh(Gateway gateway) {
        return switch (gateway.product()) {
            case ISTIO_INGRESS, ISTIO_EGRESS, ISTIO_EAST_WEST, ISTIO_WAYPOINT, CONSUL_TERMINATING ->
                    true;
            case ENVOY, NGINX, NGINX_PLUS, AWS_ALB -> false;
        };
    }

    private Map<ElementId, Mesh> findMeshes() {
        Map<ElementId, Mesh> found = new HashMap<>();
        design.all(Mesh.class)
                .forEach(mesh -> mesh.members().forEach(id -> found.putIfAbsent(id, mesh)));
        return found;
    }

    public Optional<Cluster> clusterOf(ElementId id) {
        return design.enclosing(id, Cluster.class);
    }

    public Optional<Namespace> namespaceOf(ElementId id) {
        return design.enclosing(id, Namespace.class);
    }

    public Optional<Service> service(ElementId id) {
        return design.find(id, Service.class);
    }

    /// The pods that a service selects: workloads and gateways of its namespace, by the labels that
    /// their pods really have.
    public List<Element> backends(Service service) {
        if (service.selector().isEmpty() || service.parent().isEmpty()) {
            return List.of();
        }
        return children(service.parent().get()).stream()
                .filter(e -> e instanceof Workload || e instanceof Gateway)
                .filter(e -> labels(e.id()).entrySet().containsAll(service.selector().entrySet()))
                .toList();
    }

    /// The labels of the pods of a workload or gateway.
    public Map<String, String> labels(ElementId id) {
        return member(id)
                .map(m -> m.labels().getOrDefault(LabelOwner.WORKLOAD, Map.of()))
                .orElse(Map.of());
    }

    /// The member of the estate that stands for an element.
    public Optional<Member> member(ElementId id) {
        return Optional.ofNullable(members.get().get(id.value()));
    }

    /// All members by name.
    public Map<String, Member> members() {
        return members.get();
    }

    /// Who answers when an element is dialled: the workloads behind a service, the members of a
    /// balancer, the backends of a gateway, else the element itself.
    public Collection<ElementId> answering(ElementId dialled) {
        LinkedHashSet<ElementId> ends = new LinkedHashSet<>();
        follow(dialled, ends, new LinkedHashSet<>());
        return ends;
    }

    private void follow(ElementId id, Set<ElementId> ends, Set<ElementId> met) {
        if (!met.add(id)) {
            return;
        }
        switch (design.find(id).orElse(null)) {
            case Service service -> backends(service).forEach(w -> ends.add(w.id()));
            case LoadBalancer balancer ->
                    balancer.pools().stream()
                            .map(Pool::members)
                            .flatMap(List::stream)
                            .forEach(member -> follow(member, ends, met));
            case Gateway gateway ->
                    gateway.routes().stream()
                            .map(Route::backend)
                            .forEach(backend -> follow(backend, ends, met));
            case null, default -> ends.add(id);
        }
    }
}
