package io.portolan.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

class PodPolicyTest {
    private static final String TO_SERVICE = Shop.flow("F1", "web", "api-svc", "80");
    private static final String TO_DATABASE = Shop.flow("F2", "api", "pg", "5432");

    private static Compiled shop(String... flows) {
        return Compiled.of(Shop.with("nftables", flows));
    }

    @Test
    void bothEndsGetTheContainerPortOfTheService() {
        Compiled design = shop(TO_SERVICE);
        Match port = Match.any().on(Terms.to(Transport.TCP, PortSet.of(8080)));
        assertThat(design.rule("k1/ingress", "F1").match())
                .isEqualTo(port.from(Compiled.pods("k1", "shop", "web")));
        assertThat(design.rule("k1/egress", "F1").match())
                .isEqualTo(port.to(Compiled.pods("k1", "shop", "api")));
        assertThat(design.rule("k1/ingress", "F1").remark().origin())
                .isEqualTo(new Origin.Flow("F1"));
        assertThat(design.policy("k1/ingress", "shop/api").subject())
                .isEqualTo(Compiled.pods("k1", "shop", "api"));
    }

    @Test
    void whoeverIsOutsideIsNamedByAddress() {
        Compiled design = shop(TO_DATABASE);
        assertThat(design.rule("k1/egress", "F2").match().destination())
                .isEqualTo(Compiled.at("10.30.5.10/32"));
        assertThat(design.rules("k1/ingress")).noneMatch(r -> r.name().equals("F2"));
    }

    @Test
    void everyNamespaceIsClosedAndMayResolveNames() {
        Compiled design = shop();
        assertThat(design.policies("k1/ingress"))
                .extracting(Policy::name)
                .containsExactly("exempt", "shop/default-deny");
        assertThat(design.policies("k1/egress"))
                .extracting(Policy::name)
                .containsExactly("exempt", "shop/default-deny", "shop/allow-dns");
        assertThat(design.policy("k1/egress", "shop/default-deny").rules()).isEmpty();
    }

    @Test
    void aFlowThatMustNeverBeOpensNothing() {
        Compiled never = shop(TO_SERVICE.replace("intent: allow", "intent: never"));
        assertThat(never.result().plan().points()).isEqualTo(shop().result().plan().points());
    }

    @Test
    void flannelKeepsPoliciesAndEnforcesNone() {
        Compiled design =
                Compiled.of(Shop.with("nftables", TO_SERVICE).replace("calico", "flannel"));
        assertThat(design.policies("k1/ingress"))
                .filteredOn(p -> !p.name().equals("exempt"))
                .isNotEmpty()
                .allMatch(p -> p.mode() == PolicyMode.SHADOW);
    }

    @Test
    void withoutANamedPlugInADenialIsNotSure() {
        Compiled design =
                Compiled.of(
                        Shop.with("nftables", TO_SERVICE)
                                .replace("    cni: {product: calico, encapsulation: vxlan}\n", ""));
        assertThat(design.point("k1/ingress").blocks().getLast().otherwise())
                .isInstanceOf(Action.Either.class);
    }

    @Test
    void anExistingClusterGetsNoDerivedPolicy() {
        Compiled design =
                Compiled.of(
                        Shop.with("nftables", TO_SERVICE)
                                .replaceFirst("policy: derived", "policy: existing"));
        assertThat(design.result().plan().pointsOf("k1")).isEmpty();
    }

    @Test
    void ofSeveralNodesItIsOpenWhichOneIsThePodsOwn() {
        Rule resident = shop().rule("k1/ingress", "resident node");
        assertThat(resident.action())
                .isInstanceOfSatisfying(
                        Action.Either.class,
                        either ->
                                assertThat(either.possible())
                                        .isEqualTo(List.of(Terms.ALLOW, Terms.PASS)));
    }

    @Test
    void aPeerOfWhichOnlyANameIsKnownStaysOpen() {
        Compiled design =
                Compiled.of(
                        Shop.with("nftables", Shop.flow("F3", "api", "pg", "5432"))
                                .replace("addresses: [10.30.5.10]", "names: [pg.corp.example]"));
        assertThat(design.rule("k1/egress", "F3").match().destination())
                .isInstanceOf(Expr.Unknown.class);
        assertThat(design.rule("fw/forward", "F3").match().destination())
                .isInstanceOf(Expr.Unknown.class);
    }

    @Test
    void ambientMembersMeetOnTheTunnelsPort() {
        String mesh =
                """
                  mesh:
                    kind: mesh
                    label: mesh
                    product: istio-ambient
                    members: [ns]
                    mtls: strict
                    outbound: allow-any
                    policy: derived
                flows:
                """;
        Compiled design = Compiled.of(Shop.CLUSTER + mesh + TO_SERVICE);
        assertThat(design.rule("k1/ingress", "F1").match().traffic())
                .isEqualTo(Terms.to(Transport.TCP, PortSet.of(15008)));
        assertThat(design.rule("mesh/authorization", "F1").match().traffic())
                .isEqualTo(Terms.to(Transport.TCP, PortSet.of(8080)));
    }
}
