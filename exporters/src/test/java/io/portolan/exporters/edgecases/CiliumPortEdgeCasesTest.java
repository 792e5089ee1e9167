package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CiliumShop.api;
import static io.portolan.exporters.edgecases.CiliumShop.policy;
import static io.portolan.exporters.edgecases.CiliumShop.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.CniProduct;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Relation;

import org.junit.jupiter.api.Test;

/// Ranges of ports, which Cilium knows from a version on that manifests do not say.
final class CiliumPortEdgeCasesTest {
    private static final String WHY = "endPort from version 1.16";

    private static final String KUBERNETES =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: api, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: api}}
              ingress: [{ports: [{port: 80, endPort: 90}, {port: 443}]}]
            """;

    private static final String RANGE =
            """
            ingress:
            - fromEntities: [all]
              toPorts: [{ports: [{port: '80', endPort: 90, protocol: TCP}]}]\
            """;

    private static EdgeCase.Asked webToApi(EdgeCase shop) {
        return shop.from("shop/web").to("shop/api");
    }

    @Test
    void ofARangeTheFirstPortAloneIsSureWhereNoVersionIsStated() {
        EdgeCase shop = shop(api(RANGE));
        webToApi(shop).tcp(80).isAllowed();
        webToApi(shop).tcp(85).isUndefined(WHY);
        webToApi(shop).tcp(91).isDenied();
    }

    @Test
    void networkPoliciesOfKubernetesAreReadAlike() {
        EdgeCase shop = shop(KUBERNETES).on(CniProduct.CILIUM);
        webToApi(shop).tcp(80).isAllowed();
        webToApi(shop).tcp(443).isAllowed();
        webToApi(shop).tcp(85).isUndefined(WHY);
        webToApi(shop.on(CniProduct.CALICO)).tcp(85).isAllowed();
    }

    @Test
    void versionDecides() {
        EdgeCase shop = shop(KUBERNETES, policy("other", "endpointSelector: {}\negress: [{}]"));
        webToApi(shop.on(CniProduct.CILIUM, "v1.16.0")).tcp(85).isDenied();
        EdgeCase open = shop(KUBERNETES);
        webToApi(open.on(CniProduct.CILIUM, "v1.16.0")).tcp(85).isAllowed();
        webToApi(open.on(CniProduct.CILIUM, "1.15")).tcp(85).isUndefined(WHY);
    }

    @Test
    void everyPortIsNoRange() {
        EdgeCase shop =
                shop(
                        api(
                                """
                                ingress:
                                - fromEntities: [all]
                                  toPorts: [{ports: [{port: '0', protocol: TCP}]}]\
                                """));
        webToApi(shop).tcp(85).isAllowed();
    }

    @Test
    void namesThatTlsAsksForAreAConditionOfTheTable() {
        EdgeCase shop =
                shop(
                        api(
                                """
                                ingress:
                                - fromEntities: [all]
                                  toPorts:
                                  - ports: [{port: '443', protocol: TCP}]
                                    serverNames: [api.shop.example]\
                                """));
        Relation relation = Reachability.of(PlanCompiler.compile(shop.design())).relation();
        assertThat(relation.conditional("cluster/shop/web", "cluster/shop/api"))
                .extracting(open -> open.requests() + " on " + open.ports())
                .containsExactly("serverNames=api.shop.example on 443");
    }
}
