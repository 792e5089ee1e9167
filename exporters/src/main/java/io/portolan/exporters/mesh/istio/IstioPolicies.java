package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The points at the proxies of a mesh. Inbound: plaintext first, then CUSTOM, DENY and ALLOW.
/// Outbound, where something limits it: what may be dialled.
public final class IstioPolicies {
    private static final Action PASS = new Action.Pass();
    private static final Remark REGISTRY_ONLY =
            new Remark(new Origin.BuiltIn("outboundTrafficPolicy REGISTRY_ONLY"), "", false);

    private final MeshScope scope;
    private final MeshConfig config;
    private final List<Policy> plaintext = new ArrayList<>();
    private final List<Manifest> sidecars = new ArrayList<>();
    private final List<AuthorizationReader.Read> authorizations = new ArrayList<>();

    public IstioPolicies(MeshScope scope, MeshConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /// True for the objects that `add` takes.
    public static boolean reads(Manifest manifest) {
        return switch (manifest.group()) {
            case "security.istio.io" ->
                    List.of("AuthorizationPolicy", "PeerAuthentication").contains(manifest.kind());
            case "networking.istio.io" -> manifest.kind().equals("Sidecar");
            default -> false;
        };
    }

    /// Reads an object for nothing but its faults.
    ///
    /// @throws io.portolan.exporters.manifest.Part.Unfit if the API server would refuse it
    public static void check(Manifest manifest) {
        IstioPolicies policies = new IstioPolicies(new MeshScope("", "", ""), MeshConfig.DEFAULT);
        policies.add(manifest);
        policies.points(List.of());
    }

    /// Adds an object that passed the check.
    public void add(Manifest manifest) {
        switch (manifest.kind()) {
            case "PeerAuthentication" ->
                    plaintext.add(new PeerAuthenticationReader(scope).read(manifest));
            case "Sidecar" -> sidecars.add(manifest);
            default -> new AuthorizationReader(scope).read(manifest).ifPresent(authorizations::add);
        }
    }

    /// The points, where `hosts` are all that the registry of the mesh knows.
    public List<EnforcementPoint> points(List<KnownHost> hosts) {
        List<Policy> dialled = new ArrayList<>();
        SidecarReader reader = new SidecarReader(scope, config.outbound(), hosts);
        sidecars.forEach(sidecar -> dialled.add(reader.read(sidecar)));
        if (config.outbound() == OutboundMode.REGISTRY_ONLY) {
            dialled.add(reader.ofMesh(REGISTRY_ONLY));
        }
        return dialled.isEmpty() ? List.of(inbound()) : List.of(outbound(dialled), inbound());
    }

    private EnforcementPoint outbound(List<Policy> policies) {
        List<Policy> ranked =
                policies.stream().sorted(Comparator.comparingDouble(Policy::order)).toList();
        Discipline first = new Discipline.FirstMatch(Ties.UNDEFINED);
        return new EnforcementPoint(
                scope.mesh() + "/outbound",
                scope.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(Direction.OUT, Place.PROXY, scope.members()),
                Replies.ADMITTED,
                List.of(new Block("Sidecar", first, ranked, PASS)));
    }

    private EnforcementPoint inbound() {
        return new EnforcementPoint(
                scope.mesh() + "/authorization",
                scope.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(Direction.IN, Place.PROXY, scope.members()),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "STRICT",
                                new Discipline.FirstMatch(Ties.AS_LISTED),
                                plaintext.stream()
                                        .sorted(Comparator.comparingDouble(Policy::order))
                                        .toList(),
                                PASS),
                        block(AuthorizationAction.CUSTOM, PASS),
                        block(AuthorizationAction.DENY, PASS),
                        block(AuthorizationAction.ALLOW, new Action.Deny(Refusal.REJECT))));
    }

    private Block block(AuthorizationAction action, Action otherwise) {
        return new Block(
                action.name(),
                action == AuthorizationAction.CUSTOM
                        ? new Discipline.FirstMatch(Ties.AS_LISTED)
                        : new Discipline.DenyOverrides(),
                authorizations.stream()
                        .filter(read -> read.action() == action)
                        .map(AuthorizationReader.Read::policy)
                        .toList(),
                otherwise);
    }
}
