package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The point at the proxies of a mesh: plaintext first, then CUSTOM, DENY and ALLOW.
public final class IstioPolicies {
    private static final Action PASS = new Action.Pass();

    private final MeshScope scope;
    private final List<Policy> plaintext = new ArrayList<>();
    private final List<AuthorizationReader.Read> authorizations = new ArrayList<>();

    public IstioPolicies(MeshScope scope) {
        this.scope = scope;
    }

    /// True for the objects that `add` takes.
    public static boolean reads(Manifest manifest) {
        return manifest.group().equals("security.istio.io")
                && List.of("AuthorizationPolicy", "PeerAuthentication").contains(manifest.kind());
    }

    /// Adds an object.
    ///
    /// @throws io.portolan.exporters.manifest.Part.Unfit if the API server would refuse it
    public void add(Manifest manifest) {
        if (manifest.kind().equals("PeerAuthentication")) {
            plaintext.add(new PeerAuthenticationReader(scope).read(manifest));
        } else {
            new AuthorizationReader(scope).read(manifest).ifPresent(authorizations::add);
        }
    }

    public EnforcementPoint point() {
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
