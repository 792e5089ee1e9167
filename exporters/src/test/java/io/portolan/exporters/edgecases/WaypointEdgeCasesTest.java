package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;

import org.junit.jupiter.api.Test;

/// Waypoints of Istio's ambient mode from their text to the verdict.
final class WaypointEdgeCasesTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: []}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: shop, labels: {app: batch}}
            spec: {serviceAccountName: batch, containers: []}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {serviceAccountName: api, containers: []}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: old, namespace: legacy, labels: {app: old}}
            ---
            """;

    private static String service(String name, String labels) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: shop, labels: {%s}}
        spec: {clusterIP: %s, selector: {app: api}, ports: [{port: 80}]}
        ---
        """
                .formatted(name, labels, name.equals("api") ? "10.96.0.2" : "10.96.0.3");
    }

    private static final String API = service("api", "istio.io/use-waypoint: wp");

    private static String waypoint(String labels) {
        return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: wp, namespace: shop, labels: {%s}}
        spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
        ---
        """
                .formatted(labels);
    }

    private static final String WEB_GETS =
            "rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}], to:"
                    + " [{operation: {methods: [GET]}}]}]}";
    private static final String AT_SERVICE =
            authorization(
                    "l7",
                    "shop",
                    "{targetRefs: [{group: '', kind: Service, name: api}], " + WEB_GETS);
    private static final String ONLY_WAYPOINT =
            authorization(
                    "l4",
                    "shop",
                    "{selector: {matchLabels: {app: api}}, rules: [{from: [{source: {principals:"
                            + " [cluster.local/ns/shop/sa/wp]}}]}]}");

    private static EdgeCase shop(String... more) {
        return EdgeCase.manifests(PODS, String.join("", more));
    }

    private static EdgeCase.Asked web(EdgeCase shop, String to) {
        return shop.from("shop/web").to(to);
    }

    private static EdgeCase.Asked batch(EdgeCase shop, String to) {
        return shop.from("shop/batch").to(to);
    }

    @Test
    void aWaypointReadsRequestsAndSeesTheClient() {
        EdgeCase shop = shop(API, waypoint(""), AT_SERVICE);
        web(shop, "shop/api[Service]").http(80, "GET", "/").isAllowed().because("shop/l7");
        web(shop, "shop/api[Service]").http(80, "PUT", "/").isDenied();
        batch(shop, "shop/api[Service]").http(80, "GET", "/").isDenied();
    }

    @Test
    void aServiceNeedsNoWrittenAddress() {
        EdgeCase shop = shop(API.replace("clusterIP: 10.96.0.2, ", ""), waypoint(""), AT_SERVICE);
        web(shop, "shop/api[Service]").http(80, "GET", "/").isAllowed().because("shop/l7");
        batch(shop, "shop/api[Service]").http(80, "GET", "/").isDenied();
    }

    @Test
    void whoDialsThePodGoesPastTheWaypointOfItsService() {
        EdgeCase shop = shop(API, waypoint(""), AT_SERVICE);
        batch(shop, "shop/api[Pod]").http(80, "PUT", "/").isAllowed();
        shop.from("legacy/old").to("shop/api[Service]").http(80, "PUT", "/").isAllowed();
    }

    @Test
    void behindTheWaypointItsIdentityCounts() {
        EdgeCase shop = shop(API, waypoint(""), AT_SERVICE, ONLY_WAYPOINT);
        web(shop, "shop/api[Service]").http(80, "GET", "/").isAllowed();
        web(shop, "shop/api[Pod]").http(80, "GET", "/").isDenied();
        shop.from("legacy/old").to("shop/api[Service]").http(80, "GET", "/").isDenied();
        String onlyWeb = ONLY_WAYPOINT.replace("sa/wp", "sa/web");
        web(shop(API, waypoint(""), onlyWeb), "shop/api[Service]").tcp(80).isDenied();
    }

    @Test
    void aPolicyOfPodsMustAdmitTheWaypoint() {
        String pods =
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: np, namespace: shop}
                spec: {podSelector: {matchLabels: {app: api}}, ingress: [{from: [{podSelector: {matchLabels: {%s}}}]}]}
                ---
                """;
        String gateway = pods.formatted("gateway.networking.k8s.io/gateway-name: wp");
        web(shop(API, waypoint(""), gateway), "shop/api[Service]").tcp(80).isAllowed();
        web(shop(API, waypoint(""), pods.formatted("app: web")), "shop/api[Service]")
                .tcp(80)
                .isDenied();
    }

    @Test
    void whoeverIsClosestSaysWhichWaypoint() {
        String all = PODS.replace("ambient}", "ambient, istio.io/use-waypoint: wp}");
        String closed =
                authorization(
                        "none",
                        "shop",
                        "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name:"
                                + " wp}]}");
        EdgeCase shop =
                EdgeCase.manifests(
                        all,
                        service("api", "")
                                + service("free", "istio.io/use-waypoint: none")
                                + waypoint("")
                                + closed);
        web(shop, "shop/api[Service]").tcp(80).isDenied().because("ALLOW");
        web(shop, "shop/free[Service]").tcp(80).isAllowed();
    }

    @Test
    void aWaypointForWorkloadsStandsBeforePodsAndNotBeforeServices() {
        String pods = PODS.replace("app: api}}", "app: api, istio.io/use-waypoint: wp}}");
        String closed =
                authorization(
                        "none",
                        "shop",
                        "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name:"
                                + " wp}]}");
        EdgeCase shop =
                EdgeCase.manifests(
                        pods, API + waypoint("istio.io/waypoint-for: workload") + closed);
        web(shop, "shop/api[Pod]").tcp(80).isDenied();
        web(shop, "shop/web").tcp(80).isAllowed();
        EdgeCase none =
                EdgeCase.manifests(pods, API + waypoint("istio.io/waypoint-for: none") + closed);
        web(none, "shop/api[Pod]").tcp(80).isAllowed();
        web(none, "shop/api[Service]").tcp(80).isAllowed();
    }

    @Test
    void servicesBehindOneWaypointHaveTheirOwnPolicies() {
        String free = service("free", "istio.io/use-waypoint: wp");
        EdgeCase shop = shop(API, free, waypoint(""), AT_SERVICE);
        batch(shop, "shop/api[Service]").http(80, "PUT", "/").isDenied();
        batch(shop, "shop/free[Service]").http(80, "PUT", "/").isAllowed();
    }

    @Test
    void aPolicyForTheClassHoldsAtAllWaypointsFromTheRootNamespace() {
        String spec =
                "{targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name:"
                        + " istio-waypoint}], action: DENY, rules: [{to: [{operation: {paths:"
                        + " [/admin]}}]}]}";
        EdgeCase root = shop(API, waypoint(""), authorization("deny", "istio-system", spec));
        web(root, "shop/api[Service]").http(80, "GET", "/admin").isDenied();
        web(root, "shop/api[Service]").http(80, "GET", "/").isAllowed();
        EdgeCase elsewhere = shop(API, waypoint(""), authorization("deny", "shop", spec));
        web(elsewhere, "shop/api[Service]").http(80, "GET", "/admin").isAllowed();
    }

    @Test
    void aPolicyWithASelectorIsNotReadAtTheWaypoint() {
        String all = authorization("l4", "shop", "{rules: [{to: [{operation: {paths: [/x]}}]}]}");
        EdgeCase shop = shop(API, waypoint(""), all);
        web(shop, "shop/api[Service]").http(80, "GET", "/x").isDenied().because("ALLOW");
    }

    @Test
    void aWaypointThatNobodyHasSeenMayBeThere() {
        String closed =
                authorization(
                        "none", "shop", "{targetRefs: [{group: '', kind: Service, name: api}]}");
        web(shop(API, closed), "shop/api[Service]").tcp(80).isUndefined("");
        web(shop(API, AT_SERVICE), "shop/api[Service]").http(80, "GET", "/").isAllowed();
    }

    @Test
    void aWaypointOfAnotherNamespaceMustLetTheServiceIn() {
        String there = "istio.io/use-waypoint: wp, istio.io/use-waypoint-namespace: edge";
        String gateway = waypoint("").replace("namespace: shop", "namespace: edge");
        String closed =
                authorization(
                        "none",
                        "edge",
                        "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name:"
                                + " wp}]}");
        web(shop(service("api", there), gateway, closed), "shop/api[Service]").tcp(80).isAllowed();
        String open = gateway.replace("HBONE}", "HBONE, allowedRoutes: {namespaces: {from: All}}}");
        web(shop(service("api", there), open, closed), "shop/api[Service]").tcp(80).isDenied();
    }

    @Test
    void whetherASidecarUsesAWaypointIsOpen() {
        String sidecar =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: side, namespace: legacy, labels: {sidecar.istio.io/inject: 'true'}}
                ---
                """;
        EdgeCase shop = shop(sidecar, API, waypoint(""), AT_SERVICE);
        shop.from("legacy/side")
                .to("shop/api[Service]")
                .http(80, "GET", "/")
                .isUndefined("ways differ");
    }

    @Test
    void portsAtAWaypointAreOpenWhereTheServiceHasOthers() {
        String spec =
                "{targetRefs: [{group: '', kind: Service, name: api}], rules: [{to: [{operation:"
                        + " {ports: ['80']}}]}]}";
        String policy = authorization("ports", "shop", spec);
        web(shop(API, waypoint(""), policy), "shop/api[Service]").tcp(80).isAllowed();
        String other = API.replace("{port: 80}", "{port: 80, targetPort: 8080}");
        web(shop(other, waypoint(""), policy), "shop/api[Service]")
                .tcp(80)
                .isUndefined("shop/ports[0]");
    }

    @Test
    void withoutAnyLabelOfANamespaceAWaypointIsASignOfAmbientMode() {
        String bare = PODS.replace("labels: {istio.io/dataplane-mode: ambient}", "labels: {}");
        EdgeCase shop = EdgeCase.manifests(bare, API + waypoint("") + AT_SERVICE);
        web(shop, "shop/api[Service]").http(80, "GET", "/").isAllowed();
        batch(shop, "shop/api[Service]").http(80, "GET", "/").isDenied();
    }

    @Test
    void whatIsNoTargetIsRefused() {
        ImportResult result =
                EdgeCase.imported(
                        authorization("p", "shop", "{targetRefs: [{kind: Pod, name: api}]}"));
        assertThat(result.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("/Pod", "Gateway"));
    }

    @Test
    void aPolicyThatNobodyReadsIsListed() {
        ImportResult result = EdgeCase.imported(PODS, AT_SERVICE);
        assertThat(result.design().observed().notAnalysed()).isEmpty();
        assertThat(result.ignored()).anyMatch(i -> i.why().contains("nobody enforces it"));
    }
}
