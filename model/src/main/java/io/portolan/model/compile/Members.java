package io.portolan.model.compile;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Appliance;
import io.portolan.model.design.Client;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Database;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Listener;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Pool;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Makes the member that stands for an element. An element outside clusters whose address the
/// design does not say gets one that stands in for it: it can be reached in the model.
final class Members {
    private final Ground ground;
    private final Map<ElementId, List<ElementId>> groups = new HashMap<>();
    private final Map<ElementId, String> realms = new HashMap<>();
    private Address placeholder = StandIns.FIRST_ELEMENT;

    Members(Ground ground) {
        this.ground = ground;
        for (CloudFirewall firewall : ground.design().all(CloudFirewall.class).toList()) {
            firewall.protects()
                    .forEach(id ->
                            groups.computeIfAbsent(id, _ -> new ArrayList<>()).add(firewall.id()));
        }
    }

    Optional<Estate.Member> of(Element element) {
        return switch (element) {
            case Endpoint endpoint -> of(endpoint);
            case Enforcer enforcer -> of(enforcer);
            case Cluster cluster when ground.hasNodes(cluster) -> Optional.of(nodes(cluster));
            default -> Optional.empty();
        };
    }

    private Optional<Estate.Member> of(Endpoint endpoint) {
        return switch (endpoint) {
            case Workload e -> Optional.of(pods(e));
            case Service e -> dialled(e);
            case Database e -> Optional.of(machine(e, e.names(), hostPorts(e.ports())));
            case Mainframe e -> Optional.of(machine(e, e.names(), hostPorts(e.ports())));
            case Appliance e -> Optional.of(machine(e, e.names(), hostPorts(e.ports())));
            case VirtualMachine e -> Optional.of(machine(e, e.names(), hostPorts(e.ports())));
            case ExternalApi e ->
                    Optional.of(member(e, PeerKind.EXTERNAL, e.names(), hostPorts(e.ports())));
            case Internet e ->
                    Optional.of(member(e, PeerKind.EXTERNAL, List.of(), Optional.empty()));
            case Client e -> Optional.of(member(e, PeerKind.EXTERNAL, List.of(), Optional.empty()));
        };
    }

    private Optional<Estate.Member> of(Enforcer enforcer) {
        return switch (enforcer) {
            case Gateway gateway -> Optional.of(proxy(gateway));
            case LoadBalancer balancer ->
                    Optional.of(machine(balancer, List.of(), ports(balancer.pools(), Pool::port)));
            default -> Optional.empty();
        };
    }

    private Estate.Member pods(Workload workload) {
        Optional<Cluster> cluster = ground.clusterOf(workload.id());
        PeerKind kind = isOnNode(workload, cluster) ? PeerKind.HOST_POD : PeerKind.POD;
        List<Cidr> range =
                cluster.map(c -> workload.hostNetwork() ? c.nodeRanges() : c.podRanges())
                        .orElse(List.of());
        return new Estate.Member(
                workload.id().value(),
                kind,
                cluster.map(this::realm).orElse(""),
                ground.segments().of(workload.id()),
                workload.addresses().isEmpty() ? range : Addresses.blocks(workload.addresses()),
                labels(workload.id(), Kube.labels(ground, workload)),
                namedPorts(workload.ports()),
                ground.meshes().identity(workload.id()),
                cluster.filter(ground::hasNodes).map(c -> c.id().value()),
                List.of(),
                cluster.filter(Members::isImported).isPresent()
                        ? Optional.empty()
                        : ports(workload.ports(), WorkloadPort::port));
    }

    /// The ports that manifests declare are information; a container listens where its program
    /// does.
    private static boolean isImported(Cluster cluster) {
        return cluster.policy() == RuleSource.EXISTING;
    }

    private boolean isOnNode(Workload workload, Optional<Cluster> cluster) {
        return workload.hostNetwork()
                && cluster.filter(c -> HostPods.isByTheLetter(ground.design(), c)).isEmpty();
    }

    private String realm(Cluster cluster) {
        return realms.computeIfAbsent(cluster.id(), _ -> ground.realm(cluster));
    }

    private Estate.Member proxy(Gateway gateway) {
        Optional<Cluster> cluster = ground.clusterOf(gateway.id());
        Optional<PortSet> listens = ports(gateway.listeners(), Listener::port);
        if (cluster.isEmpty()) {
            return machine(gateway, List.of(), listens);
        }
        boolean ownAddress = !gateway.addresses().isEmpty();
        return new Estate.Member(
                gateway.id().value(),
                PeerKind.POD,
                ownAddress ? "" : realm(cluster.get()),
                ground.segments().of(gateway.id()),
                ownAddress ? Addresses.own(gateway) : cluster.get().podRanges(),
                labels(gateway.id(), Kube.labels(ground, gateway)),
                Map.of(),
                ground.meshes().identity(gateway.id()),
                cluster.filter(ground::hasNodes).map(c -> c.id().value()),
                List.of(),
                listens);
    }

    /// Whatever is in front of a service is somebody who can be dialled.
    private Optional<Estate.Member> dialled(Service service) {
        return outside(service).isEmpty()
                ? Optional.empty()
                : Optional.of(machine(service, List.of(), listens(service)));
    }

    /// Behind other ports of an external address may be whoever else has it.
    private Optional<PortSet> listens(Service service) {
        return outside(service).size() > service.atBalancer().size()
                ? Optional.empty()
                : ports(service.ports(), ServicePort::port);
    }

    private List<Cidr> outside(Service service) {
        return Addresses.blocks(ServiceAddresses.outside(ground.design(), service));
    }

    private Estate.Member nodes(Cluster cluster) {
        return member(cluster, PeerKind.NODE, List.of(), Optional.empty());
    }

    private Estate.Member machine(Element element, List<String> names, Optional<PortSet> listens) {
        return member(element, PeerKind.MACHINE, names, listens);
    }

    private Estate.Member member(
            Element element, PeerKind kind, List<String> names, Optional<PortSet> listens) {
        return new Estate.Member(
                element.id().value(),
                kind,
                "",
                ground.segments().of(element.id()),
                addresses(element),
                labels(element.id(), Map.of()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                names,
                listens);
    }

    private List<Cidr> addresses(Element element) {
        List<Cidr> own = element instanceof Service s ? outside(s) : Addresses.own(element);
        if (!own.isEmpty()) {
            return own;
        }
        Cidr invented = placeholder.asBlock();
        placeholder = placeholder.next();
        return List.of(invented);
    }

    private Map<LabelOwner, Map<String, String>> labels(
            ElementId id, Map<String, String> workload) {
        Map<LabelOwner, Map<String, String>> labels = new EnumMap<>(LabelOwner.class);
        labels.put(LabelOwner.SEGMENT, Map.of(Terms.NAME, ground.segments().of(id)));
        labels.put(LabelOwner.GROUP, groups(id));
        Optional<Cluster> cluster = ground.clusterOf(id);
        if (cluster.isPresent()) {
            labels.put(LabelOwner.CLUSTER, Map.of(Terms.NAME, cluster.get().id().value()));
            if (!cluster.get().id().equals(id)) {
                labels.put(LabelOwner.WORKLOAD, workload);
                labels.put(LabelOwner.NAMESPACE, namespace(id));
                labels.put(
                        LabelOwner.SERVICE_ACCOUNT,
                        Map.of(Terms.NAME, ground.meshes().account(id)));
            }
        }
        return labels;
    }

    private Map<String, String> namespace(ElementId id) {
        Map<String, String> labels = new TreeMap<>();
        ground.design().enclosing(id, Namespace.class).ifPresent(ns -> labels.putAll(ns.labels()));
        if (!labels.isEmpty() || !isNowhere(id)) {
            labels.put(Terms.NAMESPACE_NAME, ground.namespaceOf(id));
        }
        return labels;
    }

    /// A controller of imported Ingresses runs in a namespace that nothing names.
    private boolean isNowhere(ElementId id) {
        return ground.design().find(id, Gateway.class).isPresent()
                && ground.design().enclosing(id, Namespace.class).isEmpty()
                && ground.clusterOf(id).filter(Members::isImported).isPresent();
    }

    private Map<String, String> groups(ElementId id) {
        Map<String, String> names = new TreeMap<>();
        ground.meshes().of(id).ifPresent(mesh -> names.put(mesh.id().value(), "member"));
        ground.around(id)
                .flatMap(e ->
                        Stream.concat(
                                groups.getOrDefault(e, List.of()).stream(),
                                ground.design().find(e, CloudNetwork.class).stream()
                                        .map(CloudNetwork::id)))
                .forEach(group -> names.put(group.value(), "member"));
        return names;
    }

    private static Map<String, List<Estate.NamedPort>> namedPorts(List<WorkloadPort> ports) {
        Map<String, List<Estate.NamedPort>> named = new LinkedHashMap<>();
        for (WorkloadPort port : ports) {
            port.name()
                    .ifPresent(name ->
                            named.computeIfAbsent(name, _ -> new ArrayList<>())
                                    .add(new Estate.NamedPort(port.protocol(), port.port())));
        }
        return named;
    }

    private static Optional<PortSet> hostPorts(List<HostPort> ports) {
        return ports(ports, HostPort::port);
    }

    /// What the element declares to listen on; nothing declared is nothing known.
    private static <P> Optional<PortSet> ports(List<P> declared, ToIntFunction<P> number) {
        List<PortRange> ranges =
                declared.stream()
                        .map(p -> new PortRange(number.applyAsInt(p), number.applyAsInt(p)))
                        .toList();
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new PortSet(ranges));
    }
}
