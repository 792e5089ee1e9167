package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.LinkerdTexts.PODS;
import static io.portolan.exporters.edgecases.LinkerdTexts.ROUTE;
import static io.portolan.exporters.edgecases.LinkerdTexts.SERVER;
import static io.portolan.exporters.edgecases.LinkerdTexts.config;

import org.junit.jupiter.api.Test;

/// What probes of pods open in a mesh of Linkerd.
final class LinkerdProbesTest {
    private static final String PROBED =
            PODS.replace(
                    "labels: {app: api}}",
                    "labels: {app: api}}\n"
                            + "spec: {containers: [{ports: [{name: web, containerPort: 8080}],"
                            + " livenessProbe: {httpGet: {path: /live, port: WEB}},"
                            + " readinessProbe: {httpGet: {port: 7000}}}]}");
    private static final String SETTINGS = config("all-authenticated");

    private static EdgeCase.Asked old(String... texts) {
        return EdgeCase.manifests(texts).from("legacy/old").to("shop/api");
    }

    @Test
    void probesComeInAtAServerWithoutRoutes() {
        EdgeCase.Asked api = old(PROBED, SERVER, SETTINGS);
        api.http(8080, "GET", "/live").isAllowed().because("probe /live");
        api.http(8080, "GET", "/live/x").isDenied();
        api.http(8080, "POST", "/live").isDenied();
        api.http(8081, "GET", "/live").isDenied();
    }

    @Test
    void aRouteTakesTheirPlace() {
        old(PROBED, SERVER, ROUTE, SETTINGS).http(8080, "GET", "/live").isDenied();
    }

    @Test
    void probesOfPortsWithoutAServerComeInToo() {
        old(PROBED, SETTINGS).http(7000, "GET", "/").isAllowed();
        old(PROBED, SETTINGS).http(7000, "GET", "/x").isDenied();
        old(PROBED, config("deny")).http(7000, "GET", "/").isAllowed();
    }

    @Test
    void theyComeFromTheProbeNetworks() {
        String near = SETTINGS + "    policyController: {probeNetworks: [192.0.2.0/24]}\n";
        EdgeCase shop = EdgeCase.manifests(PROBED, SERVER, near);
        shop.from("192.0.2.7").to("shop/api").http(8080, "GET", "/live").isAllowed();
        shop.from("203.0.113.7").to("shop/api").http(8080, "GET", "/live").isDenied();
        old(PROBED, SERVER).http(8080, "GET", "/live").isUndefined("");
    }

    @Test
    void anOpaqueServerReadsNoRequests() {
        old(PROBED, SERVER.replace("HTTP/1", "opaque"), SETTINGS)
                .http(8080, "GET", "/live")
                .isDenied();
    }

    @Test
    void podsOfTheSameLabelsMayHaveOtherProbes() {
        String twin =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: twin, namespace: shop, labels: {app: api}}
                """;
        old(PROBED, twin, SERVER, SETTINGS).http(8080, "GET", "/live").isUndefined("");
    }
}
