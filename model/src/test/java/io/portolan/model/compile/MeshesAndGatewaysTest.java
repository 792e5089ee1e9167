package io.portolan.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Translation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class MeshesAndGatewaysTest {
    private static final String MESH =
            """
              mesh:
                kind: mesh
                label: mesh
                product: istio-sidecar
                members: [ns]
                mtls: strict
                outbound: registry-only
                policy: derived
            """;

    private static final String GATEWAY =
            """
              gw:
                kind: gateway
                label: gw
                parent: ns
                product: envoy
                labels: {app: gw}
                listeners:
                  - {name: wild, port: 443, protocol: https, tls: terminate, hostnames: ["*.example.com"]}
                  - {name: shop, port: 443, protocol: https, tls: terminate, hostnames: [shop.example.com]}
                routes:
                  - {name: short, listener: shop, path: /, backend: api-svc, port: 80}
                  - {name: long, listener: shop, path: /admin, backend: web, port: 9000}
            """;

    private static Compiled shop(String more, String... flows) {
        return Compiled.of(Shop.CLUSTER + more + "flows:\n" + String.join("", flows));
    }

    @Test
    void aStrictMeshRefusesPlaintextAndThenAsksForIdentities() {
        Compiled design = shop(MESH, Shop.flow("F1", "web", "api-svc", "80"));
        assertThat(design.point("mesh/authorization").blocks())
                .extracting(Block::name)
                .containsExactly("STRICT", "DENY", "ALLOW");
        Match match = design.rule("mesh/authorization", "F1").match();
        assertThat(match.source())
                .isEqualTo(
                        Terms.principal(
                                new Text.Exact("cluster.local"),
                                new Text.Exact("shop"),
                                new Text.Exact("default")));
        assertThat(match.traffic()).isEqualTo(Terms.to(Transport.TCP, PortSet.of(8080)));
        assertThat(design.policies("mesh/authorization"))
                .extracting(p -> p.name())
                .containsExactly("STRICT", "shop/default-deny", "shop/api");
    }

    @Test
    void aSidecarProvesItsIdentityTowardsServices() {
        Leg leg = shop(MESH).result().plan().legs().getFirst();
        assertThat(leg.wirePorts()).containsExactly(0);
        assertThat(leg.identified().destination().toString()).contains("10.96.0.2/32");
    }

    @Test
    void registryOnlyKnowsServicesAndWhatFlowsName() {
        String outside = "  db: {kind: database, label: db, addresses: [10.30.5.10]}\n";
        Compiled design = shop(MESH + outside, Shop.flow("F2", "api", "db", "5432"));
        assertThat(design.rules("mesh/outbound"))
                .extracting(r -> r.name())
                .containsExactly("api-svc", "web", "F2");
        assertThat(design.rule("mesh/outbound", "F2").match().destination())
                .isEqualTo(Compiled.at("10.30.5.10/32"));
    }

    @Test
    void whoDeclaresPortsStandsForAServiceThatIsNotDrawn() {
        String design = Shop.CLUSTER.substring(0, Shop.CLUSTER.indexOf("  api-svc:")) + MESH;
        Compiled planned = Compiled.of(design);
        assertThat(planned.rule("mesh/outbound", "api").match())
                .isEqualTo(
                        Match.any()
                                .to(Compiled.pods("k1", "shop", "api"))
                                .on(Terms.to(Transport.TCP, PortSet.of(8080))));
        assertThat(planned.rule("mesh/outbound", "web").match().destination().toString())
                .contains("Unknown");
        Compiled imported = Compiled.of(design.replaceFirst("policy: derived", "policy: existing"));
        assertThat(imported.rule("mesh/outbound", "api").match().destination().toString())
                .contains("Unknown");
    }

    @Test
    void aGatewayBelongsToTheMeshOfItsNamespace() {
        assertThat(shop(MESH + GATEWAY).member("gw").identity()).isPresent();
    }

    @Test
    void aServiceIsTranslatedAtTheClient() {
        Translation translation = shop("").table("k1/services").translations().getFirst();
        assertThat(translation.name()).isEqualTo("api-svc:80");
        assertThat(translation.match())
                .isEqualTo(
                        Match.any()
                                .to(Compiled.at("10.96.0.2/32"))
                                .on(Terms.to(Transport.TCP, PortSet.of(80))));
        assertThat(translation.destination())
                .isEqualTo(
                        new Rewrite(
                                new Target.Backends(Compiled.behind("k1", "shop", "api")),
                                new PortTarget.ToName("http")));
    }

    @Test
    void podsLeaveTheClusterAsTheirNode() {
        Compiled design = shop("");
        assertThat(design.table("k1/masquerade").hook()).isEqualTo(Hook.EGRESS);
        assertThat(design.table("k1/masquerade").translations().getFirst().source().address())
                .isEqualTo(new Target.Own());
    }

    @Test
    void aServiceWithoutAnAddressGetsOneThatNoNetworkUses() {
        Compiled design = Compiled.of(Shop.CLUSTER.replace("    address: 10.96.0.2\n", ""));
        assertThat(design.table("k1/services").translations().getFirst().match().destination())
                .isEqualTo(Compiled.at("240.0.0.1/32"));
    }

    @Test
    void aGatewayIsARelayWithTheMostSpecificFirst() {
        Relay relay = shop(GATEWAY).result().plan().relays().getFirst();
        assertThat(relay.listeners())
                .extracting(RelayListener::name)
                .containsExactly("shop", "wild");
        RelayListener shop = relay.listeners().getFirst();
        assertThat(shop.tls()).isEqualTo(ListenerTls.TERMINATE);
        assertThat(shop.hostname()).isEqualTo(Optional.of(new Text.Exact("shop.example.com")));
        assertThat(shop.routes()).extracting(RelayRoute::name).containsExactly("long", "short");
        assertThat(shop.routes().getLast().to())
                .containsExactly(
                        new Rewrite(
                                new Target.Pool(List.of(Cidr.parse("10.96.0.2/32"))),
                                new PortTarget.ToNumber(80)));
    }

    @Test
    void whoeverReachesAGatewayNeedsWhatItRoutesToAsWell() {
        Compiled design = shop(GATEWAY, Shop.flow("F1", "web", "gw", "443"));
        assertThat(design.rule("k1/ingress", "F1").match().traffic())
                .isEqualTo(Terms.to(Transport.TCP, PortSet.of(8080)));
        assertThat(design.policy("k1/ingress", "shop/api").rules().getFirst().match().source())
                .isEqualTo(Compiled.pods("k1", "shop", "gw"));
        assertThat(design.policy("k1/ingress", "shop/gw").rules().getFirst().match().source())
                .isEqualTo(Compiled.pods("k1", "shop", "web"));
    }

    @Test
    void aBalancerIsADeviceThatPassesConnectionsOn() {
        String balancer =
                """
                  v: {kind: vlan, label: v, tag: 5, subnet: 10.5.0.0/24}
                  h1: {kind: virtualMachine, label: h1, parent: v, addresses: [10.5.0.11]}
                  lb:
                    kind: loadBalancer
                    label: lb
                    parent: v
                    addresses: [10.5.0.5]
                    pools:
                      - {name: web, protocol: tcp, port: 443, members: [h1], memberPort: 8443}
                """;
        Compiled design = shop(balancer);
        Translation pool = design.table("lb/balance").translations().getFirst();
        assertThat(pool.destination())
                .isEqualTo(
                        new Rewrite(
                                new Target.Backends(Compiled.at("10.5.0.11/32")),
                                new PortTarget.ToNumber(8443)));
        assertThat(design.forwarding("lb").interfaces().getFirst().segment()).isEqualTo("v");
    }

    @Test
    void linkerdLetsInTheIdentitiesOfTheFlowsAndNobodyElse() {
        Compiled design =
                shop(
                        MESH.replace("istio-sidecar", "linkerd"),
                        Shop.flow("F1", "web", "api", "8080"));
        assertThat(design.point("mesh/authorization").blocks())
                .extracting(Block::name)
                .containsExactly("STRICT", "AuthorizationPolicy");
        assertThat(design.rule("mesh/authorization", "F1").match().source())
                .isEqualTo(
                        Terms.principal(
                                new Text.Exact("cluster.local"),
                                new Text.Exact("shop"),
                                new Text.Exact("default")));
        assertThat(design.result().plan().legs().getFirst().wirePorts()).containsExactly(4143);
    }

    @Test
    void consulInPermissiveModeLetsPlaintextPastItsIntentions() {
        Compiled strict = shop(MESH.replace("istio-sidecar", "consul"));
        Compiled permissive =
                shop(MESH.replace("istio-sidecar", "consul").replace("strict", "permissive"));
        assertThat(strict.rule("mesh/authorization", "no certificate").action())
                .isEqualTo(Terms.DENY);
        assertThat(permissive.rule("mesh/authorization", "MutualTLSMode permissive").action())
                .isEqualTo(new Action.Allow());
        assertThat(strict.result().plan().legs().getFirst().wirePorts()).containsExactly(20000);
    }

    @Test
    void existingPoliciesOfAMeshThatWereNotReadMayBeAnything() {
        Compiled design =
                shop(MESH.replace("istio-sidecar", "linkerd").replace("derived", "existing"));
        assertThat(design.rule("mesh/authorization", "not read").action())
                .isEqualTo(Terms.either("the policies of mesh were not read"));
    }

    @Test
    void compilingTwiceGivesTheSamePlan() {
        String[] flows = {
            Shop.flow("F1", "web", "gw", "443"), Shop.flow("F2", "web", "api-svc", "80")
        };
        assertThat(shop(MESH + GATEWAY, flows).result().plan())
                .isEqualTo(shop(MESH + GATEWAY, flows).result().plan());
        assertThat(shop(MESH).result().plan().captures().getFirst().members())
                .isEqualTo(
                        Expr.is(new Peer.Labelled(LabelOwner.GROUP, "mesh", new Text.Present())));
    }
}
