package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.PODS;
import static io.portolan.exporters.edgecases.IstioShop.policy;
import static io.portolan.exporters.edgecases.IstioShop.webToApi;

import org.junit.jupiter.api.Test;

/// What sidecars make of HTTP conditions where a Service says what is spoken on its port.
final class IstioProtocolsTest {
    private static final String GET =
            policy("{rules: [{to: [{operation: {methods: [GET], ports: ['80', '81', '9090']}}]}]}");
    private static final String NO_PUT =
            policy("{action: DENY, rules: [{to: [{operation: {methods: [PUT]}}]}]}");

    private static String service(String name, String ports) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: shop}
        spec: {selector: {app: api}, ports: [%s]}
        ---
        """
                .formatted(name, ports);
    }

    private static EdgeCase.Asked dialled(String policy, String ports, String... more) {
        return webToApi(
                EdgeCase.manifests(PODS, service("api", ports), String.join("", more), policy));
    }

    @Test
    void noRequestIsReadWhereAnotherProtocolIsNamed() {
        for (String port :
                new String[] {
                    "{port: 80, name: tcp-pg}",
                    "{port: 80, name: http, appProtocol: tcp}",
                    "{port: 80, name: https}",
                    "{port: 80, name: redis}",
                    "{port: 5432, name: tls-a, targetPort: 80}"
                }) {
            dialled(GET, port).tcp(80).isDenied();
            dialled(NO_PUT, port).tcp(80).isDenied();
            dialled(NO_PUT, port).http(80, "GET", "/").isDenied();
        }
    }

    @Test
    void elsewhereRequestsAreRead() {
        for (String port :
                new String[] {
                    "{port: 80, name: http}",
                    "{port: 80}",
                    "{port: 80, name: tcp, appProtocol: http}"
                }) {
            dialled(GET, port).tcp(80).isUndefined("");
            dialled(GET, port).http(80, "GET", "/").isAllowed();
            dialled(NO_PUT, port).http(80, "GET", "/").isAllowed();
        }
        dialled(GET, "{port: 80, name: tcp-pg}").http(81, "GET", "/").isAllowed();
        dialled(NO_PUT, "{port: 80, name: tcp-pg}").http(81, "GET", "/").isAllowed();
    }

    @Test
    void otherRulesStillLetIn() {
        String both =
                policy(
                        "{rules: [{to: [{operation: {methods: [GET]}}]}, {from: [{source:"
                                + " {namespaces: [shop]}}]}]}");
        dialled(both, "{port: 80, name: tcp-pg}").tcp(80).isAllowed();
    }

    @Test
    void servicesThatContradictEachOtherLeaveItOpen() {
        String http = service("web", "{port: 80, name: http}");
        dialled(GET, "{port: 80, name: tcp-pg}", http).tcp(80).isUndefined("");
        String named = service("web", "{port: 8000, name: http, targetPort: web}");
        dialled(GET, "{port: 80, name: tcp-pg}", named).tcp(80).isUndefined("");
    }

    @Test
    void aSidecarMaySayElse() {
        String sidecar =
                """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: own, namespace: shop}
                spec:
                  workloadSelector: {labels: {app: api}}
                  ingress: [{port: {number: 80, protocol: HTTP, name: http}, defaultEndpoint: '127.0.0.1:80'}]
                ---
                """;
        dialled(GET, "{port: 80, name: tcp-pg}", sidecar).tcp(80).isUndefined("");
    }
}
