package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.AuthorizationReader.Read;
import io.portolan.exporters.mesh.istio.IstioProxy.Served;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// AuthorizationPolicies where gateways and waypoints enforce them. A gateway reads those that are
/// attached to it and those that select its pods; a waypoint only what is attached to it or to whom
/// it serves.
public final class ProxyPolicies {
    private final MeshScope scope;
    private final List<Manifest> policies;
    private final Extensions extensions;

    /// Of `objects`, which passed the check, it reads the AuthorizationPolicies and extensions.
    public ProxyPolicies(MeshScope scope, List<Manifest> objects) {
        this.scope = scope;
        this.policies =
                objects.stream().filter(o -> o.kind().equals("AuthorizationPolicy")).toList();
        this.extensions = new Extensions(scope);
        objects.stream().filter(Extensions::reads).forEach(extensions::add);
    }

    /// Those that are attached to none of the proxies, nor to what they serve: nobody reads them.
    public List<Manifest> unread(List<IstioProxy> proxies) {
        return policies.stream()
                .filter(policy -> !Targets.of(policy).isEmpty())
                .filter(policy -> proxies.stream().noneMatch(p -> isRead(Targets.of(policy), p)))
                .toList();
    }

    private boolean isRead(Targets targets, IstioProxy proxy) {
        return isAttached(targets, proxy) || proxy.serves().stream().anyMatch(targets::has);
    }

    private boolean isAttached(Targets targets, IstioProxy proxy) {
        return targets.hasGateway(proxy) || targets.hasClass(proxy, scope.rootNamespace());
    }

    /// A point for the proxy, and one for each of those it serves of whom policies speak.
    public List<EnforcementPoint> points(IstioProxy proxy) {
        return switch (proxy.role()) {
            case GATEWAY, OTHER_GATEWAY ->
                    points(
                            proxy,
                            proxy.id(),
                            extensions.at(proxy, t -> isAttached(t, proxy)),
                            read(p -> isForGateway(p, proxy)));
            case WAYPOINT -> waypoint(proxy);
        };
    }

    private List<EnforcementPoint> waypoint(IstioProxy proxy) {
        boolean translates = proxy.serves().stream().anyMatch(Served::translates);
        Block open = extensions.at(proxy, t -> isAttached(t, proxy));
        List<Read> common = read(p -> isAttached(Targets.of(p), proxy));
        List<EnforcementPoint> points =
                new ArrayList<>(points(proxy, proxy.id(), open, atWaypoint(common, translates)));
        proxy.serves().forEach(served -> points.addAll(points(proxy, served, open, common)));
        return points;
    }

    private List<EnforcementPoint> points(
            IstioProxy proxy, Served served, Block openForAll, List<Read> common) {
        List<Read> own = read(p -> Targets.of(p).has(served));
        Block open = extensions.at(proxy, t -> isAttached(t, proxy) || t.has(served));
        if (own.isEmpty() && open.equals(openForAll)) {
            return List.of();
        }
        List<Read> all = new ArrayList<>(common);
        all.addAll(own);
        return points(proxy, served.relay(), open, atWaypoint(all, served.translates()));
    }

    /// Gateways read policies that select their pods, unless istiod is told otherwise
    /// (ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY).
    private boolean isForGateway(Manifest policy, IstioProxy proxy) {
        Targets targets = Targets.of(policy);
        LabelSelector pods = LabelSelector.read(policy.spec().get("selector"));
        return targets.isEmpty()
                ? proxy.role() == IstioProxy.Role.GATEWAY && scope.selects(policy, pods, proxy)
                : isAttached(targets, proxy);
    }

    private List<Read> read(Predicate<Manifest> wanted) {
        AuthorizationReader reader = new AuthorizationReader(scope);
        return policies.stream()
                .filter(wanted)
                .flatMap(manifest -> reader.read(manifest).stream())
                .map(Read::aboutEverybody)
                .toList();
    }

    private static List<EnforcementPoint> points(
            IstioProxy proxy, String relay, Block extensions, List<Read> read) {
        return read.isEmpty() && extensions.policies().isEmpty()
                ? List.of()
                : List.of(
                        new EnforcementPoint(
                                relay + "/authorization",
                                proxy.id(),
                                Layer.MESH,
                                new Position.AtRelay(relay),
                                Replies.ADMITTED,
                                Stream.concat(
                                                Stream.of(extensions),
                                                AuthorizationBlocks.of(read).stream())
                                        .toList()));
    }

    // ---------------------------------------------------------------- what a waypoint sees

    /// A waypoint is sent what was dialled, before a pod is chosen. Istio's reference says of
    /// `ports` that they are those of workloads, which are not known there: where the Service has
    /// others, it is open what such a rule matches.
    private static List<Read> atWaypoint(List<Read> all, boolean translates) {
        Function<Match, Stream<Match>> seen =
                match -> Stream.of(addressed(translates ? numbered(match) : match));
        return all.stream().map(read -> read.seeing(seen)).toList();
    }

    private static Match numbered(Match match) {
        return match.traffic() instanceof Expr.Any<Traffic>
                ? match
                : match.on(
                        new Expr.Unknown<>(
                                "whether a waypoint compares ports of the Service is not said"));
    }

    private static Match addressed(Match match) {
        return match.destination() instanceof Expr.Any<Peer>
                ? match
                : match.to(new Expr.Unknown<>("destination.ip is not analysed at waypoints"));
    }
}
