package io.portolan.model.compile.mesh;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// REGISTRY_ONLY: sidecars refuse to dial what the mesh does not know. It knows the services, and
/// what the flows name outside (as service entries). Ambient proxies do not enforce it.
public final class OutboundCompiler {
    private final Ground ground;
    private final List<Need> needs;
    private final Seen seen;

    public OutboundCompiler(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.needs = needs;
        this.seen = new Seen(ground);
    }

    /// What sidecars let out, where they let out only what the mesh knows.
    public List<EnforcementPoint> points() {
        return ground.design()
                .all(Mesh.class)
                .filter(m -> m.product() == MeshProduct.ISTIO_SIDECAR)
                .filter(m -> m.outbound() == OutboundMode.REGISTRY_ONLY)
                .map(this::point)
                .toList();
    }

    private EnforcementPoint point(Mesh mesh) {
        String id = mesh.id().value();
        List<Rule> rules = new ArrayList<>();
        services().forEach(rules::add);
        unserved().forEach(rules::add);
        if (mesh.policy() == RuleSource.DERIVED) {
            outside(mesh, rules);
        }
        return new EnforcementPoint(
                id + "/outbound",
                id,
                Layer.MESH,
                new Position.AtEndpoint(Direction.OUT, Place.PROXY, Terms.group(id)),
                Replies.ADMITTED,
                List.of(Terms.list("REGISTRY_ONLY", Terms.DENY, rules)));
    }

    private Stream<Rule> services() {
        return ground.design()
                .all(Service.class)
                .filter(s -> ground.clusterOf(s.id()).isPresent())
                .flatMap(this::service);
    }

    /// Whoever has no drawn service, on the ports that it declares or, where that is open, on any.
    private Stream<Rule> unserved() {
        Registry registry = new Registry(ground);
        Stream<Rule> implied =
                registry.implied().stream().map(e -> known(e, registry.pods(e), Registry.ports(e)));
        Stream<Rule> open =
                registry.open().stream().map(e -> known(e, registry.perhaps(e), PortSet.ALL));
        return Stream.concat(implied, open);
    }

    private static Rule known(Element element, Expr<Peer> pods, PortSet ports) {
        Match match = Terms.any().to(pods).on(Terms.to(Transport.TCP, ports));
        return Terms.allow(
                element.id().value(),
                match,
                Terms.builtIn("stands for a service that is not drawn"));
    }

    private Stream<Rule> service(Service service) {
        Optional<List<Address>> addresses =
                Optional.ofNullable(ground.services().get(service.id()));
        boolean headless = service.type() == ServiceType.HEADLESS && !service.selector().isEmpty();
        Match to =
                addresses
                        .map(all -> Terms.any().to(Seen.addresses(all)))
                        .orElseGet(() -> Terms.any().to(pods(service)));
        return addresses.isPresent() || headless
                ? service.ports().stream()
                        .map(p -> to.on(Terms.to(p.protocol(), PortSet.of(p.port()))))
                        .map(m -> Terms.allow(service.id().value(), m, Terms.builtIn("service")))
                : Stream.empty();
    }

    private Expr<Peer> pods(Service service) {
        return ground.clusterOf(service.id())
                .map(c -> Kube.selected(c, ground.namespaceOf(service.id()), service.selector()))
                .orElseGet(Expr::none);
    }

    private void outside(Mesh mesh, List<Rule> rules) {
        for (Need need : needs) {
            boolean ours =
                    need.start().equals(need.from())
                            && ground.meshes().of(need.from()).filter(mesh::equals).isPresent();
            if (ours && isOutside(need.to())) {
                Element to = ground.design().find(need.to()).orElseThrow();
                Match match =
                        Terms.any()
                                .from(MeshCompiler.inNamespace(ground.namespaceOf(need.from())))
                                .to(seen.peer(to))
                                .on(need.traffic());
                Named.add(rules, need.flow().id(), List.of(match));
            }
        }
    }

    private boolean isOutside(ElementId id) {
        return ground.clusterOf(id).isEmpty();
    }
}
