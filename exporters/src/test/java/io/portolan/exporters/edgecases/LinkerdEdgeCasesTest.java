package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.LinkerdTexts.PODS;
import static io.portolan.exporters.edgecases.LinkerdTexts.ROUTE;
import static io.portolan.exporters.edgecases.LinkerdTexts.SERVER;
import static io.portolan.exporters.edgecases.LinkerdTexts.account;
import static io.portolan.exporters.edgecases.LinkerdTexts.authorized;
import static io.portolan.exporters.edgecases.LinkerdTexts.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Linkerd from its text to the verdict.
final class LinkerdEdgeCasesTest {
    @Test
    void aServerWithoutPolicyLetsNobodyIn() {
        EdgeCase shop = EdgeCase.manifests(PODS, SERVER, config("all-unauthenticated"));
        shop.from("shop/web").to("shop/api").tcp(8080).isDenied();
        shop.from("shop/web").to("shop/api").tcp(7000).isAllowed().because("all-unauthenticated");
        shop.from("shop/web").to("jobs/batch").tcp(8080).isAllowed();
    }

    @Test
    void whoeverAnAuthorizationNamesComesInAtTheServer() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS, SERVER, authorized("web", "Server", "api", account("shop", "web")));
        shop.from("shop/web").to("shop/api").tcp(8080).isAllowed().because("shop/web");
        shop.from("jobs/batch").to("shop/api").tcp(8080).isDenied();
        shop.from("legacy/old").to("shop/api").tcp(8080).isDenied();
    }

    @Test
    void allRequiredAuthenticationsMustBeSatisfied() {
        String near =
                """
                apiVersion: policy.linkerd.io/v1alpha1
                kind: NetworkAuthentication
                metadata: {name: near, namespace: shop}
                spec: {networks: [{cidr: 192.0.2.0/24}]}
                """;
        String both =
                "[{kind: ServiceAccount, name: web}, {group: policy.linkerd.io, kind:"
                        + " NetworkAuthentication, name: near}]";
        EdgeCase.manifests(PODS, SERVER, near, authorized("both", "Server", "api", both))
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void aReferenceToAMissingObjectVoidsThePolicy() {
        String missing = "[{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: nobody}]";
        EdgeCase.manifests(PODS, SERVER, authorized("odd", "Server", "api", missing))
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void theOldestOfTwoServersOfOnePortDecides() {
        String younger =
                SERVER.replace(
                                "name: api, namespace: shop",
                                "name: young, namespace: shop, creationTimestamp:"
                                        + " '2026-02-01T00:00:00Z'")
                        .replace("HTTP/1", "HTTP/1, accessPolicy: all-unauthenticated");
        String older =
                SERVER.replace(
                        "name: api, namespace: shop",
                        "name: old, namespace: shop, creationTimestamp: '2026-01-01T00:00:00Z'");
        EdgeCase.manifests(PODS, younger, older)
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void faultsOfObjectsThatNothingRefersToAreProblems() {
        String networks =
                """
                apiVersion: policy.linkerd.io/v1beta1
                kind: ServerAuthorization
                metadata: {name: odd, namespace: shop}
                spec: {server: {name: api}, client: {networks: [{cidr: nowhere}]}}
                """;
        isAProblem(networks, "nowhere");
        isAProblem(authorized("odd", "Server", "api", "[{kind: [many]}]"), "One value");
        isAProblem(
                ROUTE.replace("kind: Server, name: api", "kind: EgressNetwork, name: n, port: x"),
                "whole number");
    }

    private static void isAProblem(String text, String words) {
        assertThat(EdgeCase.imported(PODS, SERVER, text).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains(words));
    }

    @Test
    void anEgressNetworkOfTheNamespaceComesBeforeTheGlobalOne() {
        String egress =
                """
                apiVersion: policy.linkerd.io/v1alpha1
                kind: EgressNetwork
                metadata: {name: all, namespace: %s}
                spec: {trafficPolicy: %s}
                """;
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        config("all-unauthenticated"),
                        egress.formatted("linkerd-egress", "Deny"),
                        egress.formatted("shop", "Allow"));
        shop.from("shop/web").to("203.0.113.9").tcp(443).isAllowed();
        shop.from("jobs/batch").to("203.0.113.9").tcp(443).isDenied();
        shop.from("jobs/batch").to("shop/api").tcp(443).isAllowed();
    }

    @Test
    void whatLinkerdDoesNotKnowIsRefused() {
        assertThat(
                        EdgeCase.imported(SERVER.replace("HTTP/1", "HTTP/1, accessPolicy: maybe"))
                                .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("Server shop/api", "maybe"));
    }
}
