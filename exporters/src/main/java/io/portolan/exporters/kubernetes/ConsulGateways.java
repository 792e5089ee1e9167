package io.portolan.exporters.kubernetes;

import io.portolan.exporters.mesh.consul.ConsulPolicies;
import io.portolan.exporters.mesh.consul.ConsulServices;
import io.portolan.exporters.mesh.consul.LinkedService;
import io.portolan.exporters.mesh.consul.TerminatingGateways.Linked;
import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Waypoint;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Terminating gateways of Consul, the services outside that they connect to, and the intentions
/// that hold at them.
final class ConsulGateways {
    private static final String KIND = "consul.hashicorp.com/gateway-kind";
    private static final String NAME = "consul.hashicorp.com/gateway-consul-service-name";
    private static final int PORT = 8443;

    /// What Consul's chart calls the pods of such gateways.
    private static final Map<String, String> LABELS = Map.of("component", "terminating-gateway");

    private final ClusterEstate estate;
    private final ConsulServices services;
    private final List<ElementId> ids = new ArrayList<>();
    private final SequencedMap<String, ExternalApi> outside = new LinkedHashMap<>();

    ConsulGateways(ClusterEstate estate, ConsulServices services) {
        this.estate = estate;
        this.services = services;
    }

    /// The gateways, which are members of the mesh.
    List<ElementId> ids() {
        return ids;
    }

    /// Whom the gateways connect to.
    List<Expr<Peer>> linked() {
        return outside.values().stream().flatMap(ConsulGateways::peers).toList();
    }

    private static Stream<Expr<Peer>> peers(ExternalApi api) {
        return api.ranges().isEmpty()
                ? api.names().stream().map(n -> Expr.is(new Peer.Domain(new Text.Exact(n))))
                : Stream.of(Expr.is(new Peer.At(api.ranges())));
    }

    void add(ConsulPolicies policies, Linked linked) {
        ElementId id =
                estate.idFor(linked.gateway().namespace(), linked.gateway().name(), "gateway");
        List<ElementId> serves = new ArrayList<>();
        for (LinkedService service : linked.services()) {
            if (isOutside(linked, service)) {
                ElementId to = outside(service).id();
                String relay = Waypoint.relay(id, to);
                serves.add(to);
                estate.addPoints(List.of(policies.at(relay, id.value(), service.name(), services)));
            }
        }
        ids.add(id);
        estate.add(gateway(id, linked, new Waypoint(serves, List.of())));
    }

    /// Services with pods in the cluster are dialled at their own proxies; of others it must be
    /// said how they are dialled.
    private boolean isOutside(Linked linked, LinkedService service) {
        if (services.pods().containsKey(service.name())) {
            return false;
        }
        if (service.addresses().isEmpty()) {
            String why =
                    "No ServiceDefaults say by which addresses the service %s is dialled."
                            .formatted(service.name());
            estate.notices().ignore(linked.gateway(), why);
        }
        return !service.addresses().isEmpty();
    }

    private ExternalApi outside(LinkedService service) {
        ExternalApi known = outside.get(service.name());
        if (known != null) {
            return known;
        }
        ExternalApi api = api(service);
        outside.put(service.name(), api);
        estate.add(api);
        return api;
    }

    private ExternalApi api(LinkedService service) {
        Map<Boolean, List<String>> byKind =
                service.addresses().stream()
                        .collect(
                                Collectors.partitioningBy(
                                        a -> a.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")));
        return new ExternalApi(
                estate.idFor("external/consul/" + service.name(), "api"),
                service.name(),
                Optional.empty(),
                About.NOTHING,
                byKind.getOrDefault(false, List.of()),
                byKind.getOrDefault(true, List.of()).stream().map(Cidr::parse).toList(),
                service.port().stream()
                        .map(port -> new HostPort(Transport.TCP, port, Optional.empty()))
                        .toList());
    }

    // ---------------------------------------------------------------- the gateway

    /// One whose pods nobody has seen may not be there.
    private Gateway gateway(ElementId id, Linked linked, Waypoint waypoint) {
        Optional<Workload> pods = pods(linked.gateway().name());
        return new Gateway(
                id,
                linked.gateway().name(),
                pods.flatMap(Workload::parent)
                        .or(() -> Optional.of(estate.namespace(linked.gateway().namespace()))),
                About.NOTHING,
                GatewayProduct.CONSUL_TERMINATING,
                pods.map(Workload::labels).orElse(LABELS),
                pods.flatMap(Workload::serviceAccount),
                List.of(),
                pods.map(_ -> List.of(listener())).orElse(List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(waypoint));
    }

    private static Listener listener() {
        return new Listener(
                "mesh", PORT, ListenerProtocol.TCP, Optional.empty(), List.of(), Optional.empty());
    }

    /// The pods that say to be this gateway, or to be one of this kind where there is but one.
    private Optional<Workload> pods(String name) {
        List<Workload> all =
                estate.all(Workload.class)
                        .filter(w ->
                                said(w, KIND).filter("terminating-gateway"::equals).isPresent())
                        .toList();
        return all.stream()
                .filter(w -> said(w, NAME).filter(name::equals).isPresent())
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    private Optional<String> said(Workload pods, String key) {
        return estate.annotations().ofPods(pods, key);
    }
}
