package io.portolan.model.compile.ground;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Estate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is a member of which mesh, and the identity that the mesh gives.
public final class Meshes {
    static final String DEFAULT_TRUST_DOMAIN = "cluster.local";
    private static final String DEFAULT_ACCOUNT = "default";

    private final Design design;
    private final Map<ElementId, Mesh> byMember = new HashMap<>();

    Meshes(Design design) {
        this.design = design;
        for (Mesh mesh : design.all(Mesh.class).toList()) {
            mesh.members().forEach(id -> byMember.putIfAbsent(id, mesh));
        }
    }

    /// The mesh that holds a workload or a gateway in a cluster: what is nearest to it decides.
    /// Pods in the network of their node belong to none.
    public Optional<Mesh> of(ElementId id) {
        Optional<Element> element = design.find(id);
        boolean possible =
                switch (element.orElse(null)) {
                    case Workload w -> !w.hostNetwork();
                    case Gateway _ -> true;
                    case null, default -> false;
                };
        return possible && design.enclosing(id, Cluster.class).isPresent()
                ? nearest(id)
                : Optional.empty();
    }

    private Optional<Mesh> nearest(ElementId id) {
        return Stream.concat(design.find(id).stream(), design.ancestors(id).stream())
                .map(e ->
                        e instanceof Mesh mesh
                                ? Optional.of(mesh)
                                : Optional.ofNullable(byMember.get(e.id())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What a member proves to be; one outside of any namespace proves nothing.
    public Optional<Estate.Identity> identity(ElementId id) {
        return of(id).flatMap(mesh -> namespace(id).map(ns -> identity(mesh, ns, account(id))));
    }

    private static Estate.Identity identity(Mesh mesh, String namespace, String account) {
        return new Estate.Identity(trustDomain(mesh), namespace, account);
    }

    /// The one that the design says, else `cluster.local`.
    public static String trustDomain(Mesh mesh) {
        return mesh.trustDomain().orElse(DEFAULT_TRUST_DOMAIN);
    }

    private Optional<String> namespace(ElementId id) {
        return design.enclosing(id, Namespace.class).map(Namespace::label);
    }

    /// The service account that an element runs as.
    public String account(ElementId id) {
        Optional<String> named =
                switch (design.find(id).orElse(null)) {
                    case Workload w -> w.serviceAccount();
                    case Gateway g -> g.serviceAccount();
                    case null, default -> Optional.empty();
                };
        return named.orElse(DEFAULT_ACCOUNT);
    }

    /// The port that a connection between two members shows on the wire; 0 is the application's own
    /// (semantics of the products: HBONE 15008, Linkerd 4143, Consul 20000).
    public static int wirePort(MeshProduct product) {
        return switch (product) {
            case ISTIO_SIDECAR -> 0;
            case ISTIO_AMBIENT -> 15008;
            case LINKERD -> 4143;
            case CONSUL -> 20000;
        };
    }

    /// Who a mesh holds, in the order of the design.
    public List<ElementId> members(Mesh mesh) {
        return design.elements().keySet().stream()
                .filter(id -> of(id).filter(mesh::equals).isPresent())
                .toList();
    }
}
