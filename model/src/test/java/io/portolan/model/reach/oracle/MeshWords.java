package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Request;

/// Workloads of a mesh and the blocks of its policies.
abstract class MeshWords extends Words {
    static final Expr<Peer> MESHED = Expr.allOf(pods(), label("mesh", "yes"));

    static Lab mesh(String system) {
        return new Lab(system)
                .node("n1", "10.9.0.1")
                .pod("web", "shop", "10.1.0.1", "app=web", "mesh=yes", "sa:web")
                .pod("api", "shop", "10.1.0.2", "app=api", "mesh=yes", "sa:api")
                .pod("batch", "jobs", "10.1.1.1", "app=batch", "mesh=yes", "sa:batch")
                .pod("old", "legacy", "10.1.2.1", "app=old", "sa:old")
                .table(
                        Hook.SERVICE,
                        "cluster",
                        dnat(
                                "svc api",
                                any().to(cidr("10.96.0.2")).on(tcp(80)),
                                backends(podsOf("shop", "api")),
                                8080));
    }

    /// Sidecars originate mutual TLS only towards what the registry knows: here the Service
    /// address.
    static Lab sidecars(String system) {
        return mesh(system)
                .capture("sidecar", MESHED, Expr.not(tcp(9000, 15021, 15090)))
                .leg("sidecar", "sidecar", any().to(cidr("10.96.0.0/16")), 0);
    }

    static Lab authz(Lab lab, String mesh, Block... blocks) {
        return lab.point("authz", mesh, Layer.MESH, at(Direction.IN, Place.PROXY, MESHED), blocks);
    }

    /// PeerAuthentication STRICT: no proven identity, no connection. `excepted`: portLevelMtls
    /// PERMISSIVE.
    static Block strict(int... excepted) {
        Match plaintext = any().from(Expr.not(authenticated()));
        return list(
                "STRICT",
                PASS,
                deny(
                        "mtls STRICT",
                        excepted.length == 0 ? plaintext : plaintext.on(Expr.not(tcp(excepted)))));
    }

    static Block custom(Policy... policies) {
        return block("CUSTOM", FIRST, PASS, policies);
    }

    static Block denies(Policy... policies) {
        return block("DENY", UNION, PASS, policies);
    }

    static Block allows(Policy... policies) {
        return block("ALLOW", UNION, DENY, policies);
    }

    /// A DENY rule keeps its L4 part where HTTP cannot be read, an ALLOW rule never matches there.
    static Expr<Request> orHidden(Expr<Request> request) {
        return Expr.anyOf(noHttp(), request);
    }

    static Lab ambient(String system) {
        return mesh(system)
                .capture("ambient", MESHED, Expr.any())
                .leg("ambient", "ambient", any(), 15008);
    }
}
