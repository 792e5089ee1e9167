package io.portolan.exporters.edgecases;

import org.junit.jupiter.api.Test;

/// What the proxies of clients take over, and what the wire shows of it.
final class MeshCaptureTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {MODE}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: old, namespace: legacy, labels: {app: old}}
            """;
    private static final String AMBIENT = PODS.replace("MODE", "istio.io/dataplane-mode: ambient");
    private static final String SIDECARS = PODS.replace("MODE", "istio-injection: enabled");
    private static final String STRICT =
            """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: istio-system}
            spec: {mtls: {mode: STRICT}}
            """;

    private static String open(int port) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: db}}
          ingress: [{ports: [{port: %d}]}]
        """
                .formatted(port);
    }

    private static String annotated(String name, String annotation) {
        return SIDECARS.replace(
                "labels: {app: %s}".formatted(name),
                "labels: {app: %s}, annotations: {traffic.sidecar.istio.io/%s}"
                        .formatted(name, annotation));
    }

    @Test
    void theTunnelOfAmbientModeIsOnTheWireThoughNoObjectOfIstioIsThere() {
        EdgeCase application = EdgeCase.manifests(AMBIENT, open(5432));
        application.from("shop/web").to("shop/db").tcp(5432).isDenied();
        application.from("legacy/old").to("shop/db").tcp(5432).isAllowed();
        EdgeCase tunnel = EdgeCase.manifests(AMBIENT, open(15008));
        tunnel.from("shop/web").to("shop/db").tcp(5432).isAllowed();
        tunnel.from("legacy/old").to("shop/db").tcp(5432).isDenied();
    }

    @Test
    void aPortThatTheClientExcludesIsPlaintext() {
        EdgeCase shop =
                EdgeCase.manifests(annotated("web", "excludeOutboundPorts: '5432'"), STRICT);
        shop.from("shop/web").to("shop/db").tcp(5432).isDenied();
        shop.from("shop/web").to("shop/db").tcp(5433).isAllowed();
        shop.from("shop/db").to("shop/web").tcp(5432).isAllowed();
    }

    @Test
    void addressesThatTheClientExcludesArePlaintext() {
        String outside = "excludeOutboundIPRanges: '10.0.0.0/8'";
        EdgeCase.manifests(annotated("web", outside), STRICT)
                .podRange("10.244.0.0/16")
                .from("shop/web")
                .to("shop/db")
                .tcp(5432)
                .isDenied();
        EdgeCase inside =
                EdgeCase.manifests(
                                annotated("web", "includeOutboundIPRanges: '10.0.0.0/8'"), STRICT)
                        .podRange("10.244.0.0/16");
        inside.from("shop/web").to("shop/db").tcp(5432).isAllowed();
        EdgeCase nothing =
                EdgeCase.manifests(annotated("web", "includeOutboundIPRanges: ''"), STRICT);
        nothing.from("shop/web").to("shop/db").tcp(5432).isDenied();
        String ports =
                "includeOutboundIPRanges: '', traffic.sidecar.istio.io/includeOutboundPorts: '5432'";
        EdgeCase some = EdgeCase.manifests(annotated("web", ports), STRICT);
        some.from("shop/web").to("shop/db").tcp(5432).isAllowed();
        some.from("shop/web").to("shop/db").tcp(5433).isDenied();
    }

    @Test
    void whatGoesPastTheSidecarIsNotLimitedByIt() {
        String closed =
                """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: default, namespace: shop}
                spec: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}, egress: [{hosts: ["./*"]}]}
                """;
        EdgeCase shop = EdgeCase.manifests(annotated("web", "excludeOutboundPorts: '443'"), closed);
        shop.from("shop/web").to("203.0.113.7").tcp(443).isAllowed();
        shop.from("shop/web").to("203.0.113.7").tcp(80).isDenied();
        shop.from("shop/db").to("203.0.113.7").tcp(443).isDenied();
    }
}
