package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.ServicePort;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// DestinationRules that take mutual TLS away: clients with a sidecar then prove no identity to the
/// service. Proxies of nodes do not read them.
public final class DestinationRules {
    private final MeshScope clients;
    private final RulesInReach reach;

    public DestinationRules(MeshScope clients, List<Manifest> rules) {
        this.clients = clients;
        this.reach = new RulesInReach(clients, rules);
    }

    /// Reads an object for nothing but its faults.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static void check(Manifest rule) {
        ClientTls.check(rule.spec().get("trafficPolicy"));
        rule.spec().get("host").text();
        rule.spec().get("exportTo").texts();
        LabelSelector.read(rule.spec().get("workloadSelector"));
        for (Part subset : rule.spec().get("subsets").items()) {
            ClientTls.check(subset.get("trafficPolicy"));
            subset.get("name").text();
            subset.get("labels").strings();
        }
    }

    /// Connections in plaintext to members of `servers`, meshes by their ids.
    public List<Leg> legs(List<MeshService> services, List<String> servers) {
        List<Leg> legs = new ArrayList<>();
        for (Match match : where(services, tls -> !tls.isProving())) {
            servers.forEach(to -> legs.add(new Leg(clients.mesh(), to, match, List.of())));
        }
        return legs;
    }

    /// Connections of which the server's proxy reads nothing, for they are in TLS of the client.
    public List<Match> opaque(List<MeshService> services) {
        return where(services, tls -> tls == ClientTls.OWN);
    }

    /// Connections in mutual TLS of the mesh, whether the server takes it or not.
    public List<Match> mutual(List<MeshService> services) {
        return where(services, tls -> tls == ClientTls.MESH);
    }

    private List<Match> where(List<MeshService> services, Predicate<ClientTls> wanted) {
        return services.stream()
                .flatMap(s -> reach.of(s).stream().flatMap(f -> where(s, f, wanted)))
                .toList();
    }

    private static Stream<Match> where(
            MeshService service, RulesInReach.Found found, Predicate<ClientTls> wanted) {
        List<ServicePort> surely = new ArrayList<>();
        List<ServicePort> perhaps = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            Set<Boolean> holds =
                    found.rules().stream()
                            .flatMap(rule -> modes(rule, port))
                            .map(wanted::test)
                            .collect(Collectors.toSet());
            if (port.protocol() == Transport.TCP && holds.contains(true)) {
                (holds.contains(false) ? perhaps : surely).add(port);
            }
        }
        Expr<Peer> open =
                new Expr.Unknown<>("which DestinationRule or subset holds is not followed");
        return Stream.concat(
                matches(service, found.clients(), surely),
                matches(service, Expr.allOf(found.clients(), open), perhaps));
    }

    /// Of several rules for one host either may hold, and a client may be sent to any subset.
    private static Stream<ClientTls> modes(Manifest rule, ServicePort port) {
        return Stream.concat(
                Stream.of(ClientTls.of(rule.spec().get("trafficPolicy"), port)),
                ClientTls.ofSubsets(rule.spec(), port));
    }

    private static Stream<Match> matches(
            MeshService service, Expr<Peer> from, List<ServicePort> ports) {
        return ports.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        Match.any()
                                .from(from)
                                .to(service.address())
                                .on(union(ports, p -> number(Integer.toString(p.port())))),
                        Match.any()
                                .from(from)
                                .to(service.pods())
                                .on(union(ports, DestinationRules::target)));
    }

    private static Expr<Traffic> union(
            List<ServicePort> ports, Function<ServicePort, Expr<Traffic>> each) {
        return IstioText.union(ports.stream().map(each));
    }

    /// The port of the pods behind that of a service.
    static Expr<Traffic> target(ServicePort port) {
        String target = port.target().orElse(Integer.toString(port.port()));
        return target.matches("[0-9]+")
                ? number(target)
                : Expr.is(new Traffic.NamedPort(Transport.TCP, target));
    }

    private static Expr<Traffic> number(String port) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.parse(port)));
    }
}
