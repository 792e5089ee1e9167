package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The points at the proxies of a mesh. Inbound: plaintext first, then CUSTOM, DENY and ALLOW.
/// Outbound, where something limits it: what may be dialled.
public final class IstioPolicies {
    private static final Action PASS = new Action.Pass();
    private static final Remark REGISTRY_ONLY =
            new Remark(new Origin.BuiltIn("outboundTrafficPolicy REGISTRY_ONLY"), "", false);

    private final MeshScope scope;
    private final MeshConfig config;
    private final List<Manifest> peers = new ArrayList<>();
    private final List<Manifest> sidecars = new ArrayList<>();
    private final List<Manifest> gateways = new ArrayList<>();
    private final List<Manifest> virtualServices = new ArrayList<>();
    private final List<AuthorizationReader.Read> authorizations = new ArrayList<>();
    private final Extensions extensions;

    public IstioPolicies(MeshScope scope, MeshConfig config) {
        this.scope = scope;
        this.config = config;
        this.extensions = new Extensions(scope);
    }

    /// True for the objects that `add` takes.
    public static boolean reads(Manifest manifest) {
        return switch (manifest.group()) {
            case "security.istio.io" ->
                    List.of("AuthorizationPolicy", "PeerAuthentication").contains(manifest.kind());
            case "networking.istio.io" ->
                    List.of("Sidecar", "Gateway", "VirtualService", "EnvoyFilter")
                            .contains(manifest.kind());
            default -> Extensions.reads(manifest);
        };
    }

    /// Reads an object for nothing but its faults.
    ///
    /// @throws io.portolan.exporters.manifest.Part.Unfit if the API server would refuse it
    public static void check(Manifest manifest) {
        IstioPolicies policies = new IstioPolicies(MeshScope.NOWHERE, MeshConfig.DEFAULT);
        if (manifest.kind().equals("VirtualService")) {
            GatewayRoutes.check(manifest);
        }
        policies.add(manifest);
        policies.points(MeshFacts.NONE);
    }

    /// Adds an object that passed the check.
    public void add(Manifest manifest) {
        switch (manifest.kind()) {
            case "PeerAuthentication" -> peers.add(manifest);
            case "Sidecar" -> sidecars.add(manifest);
            case "Gateway" -> gateways.add(manifest);
            case "VirtualService" -> virtualServices.add(manifest);
            case "EnvoyFilter", "WasmPlugin", "TrafficExtension" -> extensions.add(manifest);
            default -> addAuthorization(manifest);
        }
    }

    /// One that is attached to a gateway or waypoint is not read at the proxies of pods.
    private void addAuthorization(Manifest manifest) {
        boolean isForPods = Targets.of(manifest).isEmpty();
        new AuthorizationReader(scope)
                .read(manifest)
                .filter(_ -> isForPods)
                .ifPresent(authorizations::add);
    }

    /// The points at the proxies of the mesh.
    public List<EnforcementPoint> points(MeshFacts facts) {
        EnforcementPoint in = inbound(facts);
        return switch (scope.path()) {
            case SIDECAR ->
                    Stream.of(
                                    outbound(facts),
                                    new TlsWithoutProxy(scope, facts).point(),
                                    Optional.of(in))
                            .flatMap(Optional::stream)
                            .toList();
            case ZTUNNEL -> List.of(in);
        };
    }

    /// Only sidecars and gateways limit what is dialled.
    private Optional<EnforcementPoint> outbound(MeshFacts facts) {
        List<KnownHost> hosts = facts.hosts();
        List<Block> blocks =
                Stream.of(
                                extensions.atPods(Direction.OUT, gatewayPods()),
                                new GatewayRoutes(scope, hosts).block(gateways, virtualServices),
                                dialled(hosts))
                        .filter(block -> !block.policies().isEmpty())
                        .toList();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        outboundPoint(
                                Stream.concat(
                                                uncaptured(facts.uncaptured()).stream(),
                                                blocks.stream())
                                        .toList()));
    }

    /// What does not meet the proxy is not limited by it.
    private Optional<Block> uncaptured(List<Match> matches) {
        Remark remark = new Remark(new Origin.BuiltIn("past the sidecar"), "", false);
        Policy policy =
                new Policy(
                        "uncaptured",
                        Double.POSITIVE_INFINITY,
                        scope.members(),
                        PolicyMode.OPEN,
                        matches.stream()
                                .map(m -> new Rule("uncaptured", m, new Action.Allow(), remark))
                                .toList(),
                        remark);
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Block(
                                policy.name(),
                                new Discipline.FirstMatch(Ties.AS_LISTED),
                                List.of(policy),
                                PASS));
    }

    private Block dialled(List<KnownHost> hosts) {
        SidecarReader reader = new SidecarReader(scope, config.outbound(), hosts);
        List<Policy> policies = new ArrayList<>(sidecars.stream().map(reader::read).toList());
        if (config.outbound() == OutboundMode.REGISTRY_ONLY) {
            policies.add(reader.ofMesh(REGISTRY_ONLY));
        }
        policies.sort(Comparator.comparingDouble(Policy::order));
        return new Block("Sidecar", new Discipline.FirstMatch(Ties.UNDEFINED), policies, PASS);
    }

    private EnforcementPoint outboundPoint(List<Block> blocks) {
        return new EnforcementPoint(
                scope.mesh() + "/outbound",
                scope.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(Direction.OUT, Place.PROXY, scope.members()),
                Replies.ADMITTED,
                blocks);
    }

    private EnforcementPoint inbound(MeshFacts facts) {
        return new EnforcementPoint(
                scope.mesh() + "/authorization",
                scope.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(Direction.IN, Place.PROXY, scope.members()),
                Replies.ADMITTED,
                Stream.of(
                                Stream.of(bypassed(facts)),
                                extensions(),
                                Stream.of(strict()),
                                new TlsToPlaintext(scope, facts).blocks(peers),
                                new OpaqueRequests(scope, facts).blocks(authorizations),
                                AuthorizationBlocks.of(seen(facts)).stream())
                        .flatMap(blocks -> blocks)
                        .toList());
    }

    /// The policies as the proxies read them: those of nodes read no requests anyway, and a Sidecar
    /// may say something else of a port than its Services.
    private List<AuthorizationReader.Read> seen(MeshFacts facts) {
        boolean saysElse =
                sidecars.stream().anyMatch(s -> !s.spec().get("ingress").items().isEmpty());
        OpaquePorts opaque = new OpaquePorts(scope, facts.services());
        return scope.path() == DataPath.ZTUNNEL || saysElse
                ? authorizations
                : authorizations.stream().map(opaque::seen).toList();
    }

    /// Proxies of nodes have none.
    private Stream<Block> extensions() {
        return switch (scope.path()) {
            case SIDECAR ->
                    Stream.of(extensions.atPods(Direction.IN, gatewayPods()))
                            .filter(block -> !block.policies().isEmpty());
            case ZTUNNEL -> Stream.of();
        };
    }

    private Expr<Peer> gatewayPods() {
        return IstioText.union(
                gateways.stream()
                        .map(gateway -> gateway.spec().get("selector").strings())
                        .map(labels -> scope.everywhere(LabelSelector.ofLabels(labels))));
    }

    private Block strict() {
        return new Block(
                "STRICT",
                new Discipline.FirstMatch(Ties.UNDEFINED),
                new PeerAuthenticationReader(scope).read(peers),
                PASS);
    }

    /// Ports that the proxy does not take over are open whatever the policies say.
    private Block bypassed(MeshFacts facts) {
        TlsWithoutProxy tls = new TlsWithoutProxy(scope, facts);
        Map<Boolean, Optional<Block>> first =
                Map.of(true, tls.atBypass(true), false, tls.atBypass(false));
        return new Block(
                "bypass",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                facts.bypasses().stream()
                        .map(b -> policy(b, first.getOrDefault(b.alone(), Optional.empty())))
                        .toList(),
                PASS);
    }

    private Policy policy(Bypassing pods, Optional<Block> first) {
        return pods.bypass()
                .policy(
                        pods.namespace(),
                        pods.pods().pods(scope.cluster(), Optional.of(pods.namespace())),
                        pods.alone(),
                        first);
    }
}
