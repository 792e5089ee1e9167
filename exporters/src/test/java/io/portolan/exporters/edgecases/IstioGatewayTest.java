package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.envoyFilter;
import static io.portolan.exporters.edgecases.IstioShop.policy;

import org.junit.jupiter.api.Test;

/// AuthorizationPolicies at gateways of the Gateway API that Istio runs.
final class IstioGatewayTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop, labels: {istio.io/use-waypoint: wp}}
            spec: {clusterIP: 10.96.0.2, selector: {app: api}, ports: [{port: 80}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: gw, namespace: shop}
            spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: all, namespace: shop}
            spec: {parentRefs: [{name: gw}], rules: [{backendRefs: [{name: api, port: 80}]}]}
            ---
            """;
    private static final String NO_WAYPOINT =
            SHOP.replace(", labels: {istio.io/use-waypoint: wp}", "");

    private static EdgeCase.Asked outside(String... texts) {
        return EdgeCase.manifests(texts).from("203.0.113.8").to("shop/gw[Gateway]");
    }

    private static final String GET = "rules: [{to: [{operation: {methods: [GET]}}]}]}";

    @Test
    void aPolicyThatIsAttachedToTheGatewayReadsItsRequests() {
        String attached =
                policy(
                        "shop",
                        "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}],"
                                + GET);
        outside(NO_WAYPOINT, attached).http(80, "GET", "/").isAllowed().because("shop/p");
        outside(NO_WAYPOINT, attached).http(80, "PUT", "/").isDenied();
        outside(NO_WAYPOINT, attached.replace("name: gw", "name: other"))
                .http(80, "PUT", "/")
                .isAllowed();
        outside(NO_WAYPOINT, attached.replace("namespace: shop", "namespace: data"))
                .http(80, "PUT", "/")
                .isAllowed();
    }

    @Test
    void whatAPolicyOfIstioIsAttachedToIsAGatewayOfIstio() {
        String attached =
                policy(
                        "shop",
                        "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}],"
                                + GET);
        String ofOthers = NO_WAYPOINT.replace("gatewayClassName: istio", "gatewayClassName: edge");
        outside(ofOthers, attached).http(80, "PUT", "/").isDenied();
        String selecting =
                policy(
                        "shop",
                        "{selector: {matchLabels: {gateway.networking.k8s.io/gateway-name: gw}}, "
                                + GET);
        outside(ofOthers, selecting).http(80, "PUT", "/").isAllowed();
    }

    @Test
    void aPolicyThatSelectsItsPodsHoldsToo() {
        String selecting =
                policy(
                        "shop",
                        "{selector: {matchLabels: {gateway.networking.k8s.io/gateway-name: gw}}, "
                                + GET);
        outside(NO_WAYPOINT, selecting).http(80, "PUT", "/").isDenied();
        outside(NO_WAYPOINT, selecting).http(80, "GET", "/").isAllowed();
        outside(NO_WAYPOINT, selecting.replace("name: gw", "name: other"))
                .http(80, "PUT", "/")
                .isAllowed();
    }

    @Test
    void aPolicyForTheClassHoldsFromTheRootNamespace() {
        String ofClass =
                policy(
                        "istio-system",
                        "{targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name:"
                                + " istio}], "
                                + GET);
        outside(NO_WAYPOINT, ofClass).http(80, "PUT", "/").isDenied();
        outside(NO_WAYPOINT, ofClass).http(80, "GET", "/").isAllowed();
    }

    @Test
    void theGatewayHasTheAccountThatIstioGivesIt() {
        String own =
                policy(
                        "shop",
                        "{selector: {matchLabels: {app: api}}, rules: [{from: [{source: {principals:"
                                + " [cluster.local/ns/shop/sa/gw-istio]}}]}]}");
        outside(NO_WAYPOINT, own).http(80, "GET", "/").isAllowed();
        outside(NO_WAYPOINT, own.replace("gw-istio", "default")).http(80, "GET", "/").isDenied();
    }

    private static final String CLOSED_WAYPOINT =
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: wp, namespace: shop}
            spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
            ---
            """
                    + policy("shop", "{targetRefs: [{group: '', kind: Service, name: api}]}");

    @Test
    void aGatewayConnectsPastTheWaypointUnlessTheServiceAsksForIt() {
        outside(SHOP, CLOSED_WAYPOINT).http(80, "GET", "/").isAllowed();
        String asking =
                SHOP.replace(
                        "use-waypoint: wp}",
                        "use-waypoint: wp, istio.io/ingress-use-waypoint: 'true'}");
        outside(asking, CLOSED_WAYPOINT).http(80, "GET", "/").isUndefined("");
    }

    @Test
    void whatAnEnvoyFilterDoesToAGatewayIsOpen() {
        String patches = ", configPatches: [{match: {context: GATEWAY}}]}";
        String pods = "workloadSelector: {labels: {gateway.networking.k8s.io/gateway-name: gw}}";
        outside(NO_WAYPOINT, envoyFilter("shop", "{" + pods + patches))
                .http(80, "GET", "/")
                .isUndefined("EnvoyFilter shop/lua");
        String attached =
                "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}]";
        outside(NO_WAYPOINT, envoyFilter("shop", "{" + attached + patches))
                .http(80, "GET", "/")
                .isUndefined("EnvoyFilter shop/lua");
        outside(NO_WAYPOINT, envoyFilter("shop", "{" + pods.replace("gw", "other") + patches))
                .http(80, "GET", "/")
                .isAllowed();
    }
}
