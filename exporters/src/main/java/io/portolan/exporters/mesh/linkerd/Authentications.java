package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who authenticates: MeshTLSAuthentications and NetworkAuthentications by name.
final class Authentications {
    private final Map<Key, Expr<Peer>> known = new HashMap<>();

    private record Key(String kind, String namespace, String name) {}

    void add(Manifest manifest) {
        Expr<Peer> clients =
                manifest.kind().equals("NetworkAuthentication")
                        ? networks(manifest.spec().get("networks"))
                        : identities(manifest);
        known.put(new Key(manifest.kind(), manifest.namespace(), manifest.name()), clients);
    }

    /// Whom a reference of an object in `own` means; empty where there is no such object, which
    /// makes the whole policy void.
    Optional<Expr<Peer>> find(Part reference, String own) {
        String namespace = reference.get("namespace").text(own);
        String name = reference.get("name").text("");
        return switch (reference.get("kind").text("")) {
            case "ServiceAccount" -> Optional.of(LinkerdIdentity.account(namespace, name));
            case String kind -> Optional.ofNullable(known.get(new Key(kind, namespace, name)));
        };
    }

    private static Expr<Peer> identities(Manifest manifest) {
        List<Expr<Peer>> terms = new ArrayList<>();
        Part spec = manifest.spec();
        spec.get("identities").texts().forEach(i -> terms.add(LinkerdIdentity.of(i)));
        for (Part reference : spec.get("identityRefs").items()) {
            String namespace = reference.get("namespace").text(manifest.namespace());
            String name = reference.get("name").text("");
            terms.add(
                    switch (reference.get("kind").text("")) {
                        case "ServiceAccount" -> LinkerdIdentity.account(namespace, name);
                        case "Namespace" -> LinkerdIdentity.namespace(name);
                        case String kind ->
                                throw new Part.Unfit(
                                        reference,
                                        "The kind (%s) must be ServiceAccount or Namespace."
                                                .formatted(kind));
                    });
        }
        return new Expr.AnyOf<>(terms);
    }

    /// `cidr` without what is in `except`, each.
    static Expr<Peer> networks(Part networks) {
        return new Expr.AnyOf<>(networks.items().stream().map(Authentications::network).toList());
    }

    private static Expr<Peer> network(Part network) {
        Expr<Peer> block = at(List.of(cidr(network.get("cidr"))));
        List<Cidr> except =
                network.get("except").items().stream().map(Authentications::cidr).toList();
        return except.isEmpty() ? block : Expr.allOf(block, Expr.not(at(except)));
    }

    private static Expr<Peer> at(List<Cidr> blocks) {
        return Expr.is(new Peer.At(blocks));
    }

    private static Cidr cidr(Part part) {
        try {
            return Cidr.parse(part.text(""));
        } catch (IllegalArgumentException e) {
            throw new Part.Unfit(part, String.valueOf(e.getMessage()));
        }
    }
}
