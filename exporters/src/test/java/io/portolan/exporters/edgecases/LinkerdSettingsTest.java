package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.LinkerdTexts.PODS;
import static io.portolan.exporters.edgecases.LinkerdTexts.SERVER;
import static io.portolan.exporters.edgecases.LinkerdTexts.account;
import static io.portolan.exporters.edgecases.LinkerdTexts.authorized;
import static io.portolan.exporters.edgecases.LinkerdTexts.config;

import org.junit.jupiter.api.Test;

/// What annotations and the installation of Linkerd say, from its text to the verdict.
final class LinkerdSettingsTest {
    @Test
    void skippedPortsBypassTheProxy() {
        String skipping =
                PODS.replace(
                        "metadata: {name: api, namespace: shop, labels: {app: api}}",
                        "metadata: {name: api, namespace: shop, labels: {app: api}, annotations:"
                                + " {config.linkerd.io/skip-inbound-ports: '8080'}}");
        EdgeCase.manifests(skipping, SERVER)
                .from("legacy/old")
                .to("shop/api")
                .tcp(8080)
                .isAllowed()
                .because("skip-inbound-ports");
    }

    @Test
    void whatGoesPastTheProxyOfTheClientProvesNothing() {
        String skipping =
                PODS.replace(
                        "labels: {app: web}",
                        "labels: {app: web}, annotations:"
                                + " {config.linkerd.io/skip-outbound-ports: '8080'}");
        EdgeCase shop = EdgeCase.manifests(skipping, config("all-authenticated"));
        shop.from("shop/web").to("shop/api").tcp(8080).isDenied();
        shop.from("shop/web").to("shop/api").tcp(8081).isAllowed();
        shop.from("jobs/batch").to("shop/api").tcp(8080).isAllowed();
        String network =
                """
                apiVersion: policy.linkerd.io/v1alpha1
                kind: EgressNetwork
                metadata: {name: closed, namespace: shop}
                spec: {trafficPolicy: Deny, networks: [{cidr: 203.0.113.0/24}]}
                """;
        EdgeCase closed = EdgeCase.manifests(skipping, config("all-authenticated"), network);
        closed.from("shop/web").to("203.0.113.7").tcp(8080).isAllowed();
        closed.from("shop/web").to("203.0.113.7").tcp(443).isDenied();
    }

    @Test
    void skippedPortsShowThemselvesOnTheWire() {
        String filter =
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: api, namespace: shop}
                spec: {podSelector: {matchLabels: {app: api}}, ingress: [{ports: [{port: 8080}]}]}
                """;
        String skipping =
                PODS.replaceFirst(
                        "linkerd.io/inject: enabled",
                        "linkerd.io/inject: enabled, config.linkerd.io/skip-inbound-ports: '8080'");
        EdgeCase.manifests(skipping, config("deny"), filter)
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isAllowed();
        EdgeCase.manifests(
                        skipping.replace(
                                "labels: {app: api}",
                                "labels: {app: api}, annotations:"
                                        + " {config.linkerd.io/skip-inbound-ports: '9090'}"),
                        config("all-unauthenticated"),
                        filter)
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void theSkippedPortsOfAPodReplaceThoseOfItsNamespace() {
        String skipping =
                PODS.replaceFirst(
                                "linkerd.io/inject: enabled",
                                "linkerd.io/inject: enabled, config.linkerd.io/skip-inbound-ports:"
                                        + " '8080'")
                        .replace(
                                "labels: {app: api}",
                                "labels: {app: api}, annotations:"
                                        + " {config.linkerd.io/skip-inbound-ports: '9090'}");
        EdgeCase shop = EdgeCase.manifests(skipping, SERVER);
        shop.from("legacy/old").to("shop/api").tcp(8080).isDenied();
        shop.from("legacy/old").to("shop/api").tcp(9090).isAllowed();
        shop.from("legacy/old").to("shop/web").tcp(8080).isAllowed();
    }

    @Test
    void skippedPortsThatAreNoPortsLeaveItOpen() {
        String skipping =
                PODS.replace(
                        "labels: {app: api}",
                        "labels: {app: api}, annotations:"
                                + " {config.linkerd.io/skip-inbound-ports: many}");
        EdgeCase.manifests(skipping, SERVER)
                .from("legacy/old")
                .to("shop/api")
                .tcp(8080)
                .isUndefined("many");
    }

    @Test
    void podsWithoutProxyProveNothingThoughTheirNamespaceAsksForOne() {
        String without = "labels: {app: web}, annotations: {linkerd.io/inject: disabled}";
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS.replace("labels: {app: web}", without),
                        SERVER,
                        config("deny"),
                        authorized("web", "Server", "api", account("shop", "web")));
        shop.from("shop/web").to("shop/api").tcp(8080).isDenied();
        shop.from("jobs/batch").to("shop/web").tcp(7000).isAllowed();
        shop.from("jobs/batch").to("shop/api").tcp(7000).isDenied();
    }

    @Test
    void theNetworksOfTheClusterAreThoseOfItsSettings() {
        String near = SERVER.replace("HTTP/1", "HTTP/1, accessPolicy: cluster-unauthenticated");
        String own = config("deny").replace("proxy:", "clusterNetworks: 192.0.2.0/24\n    proxy:");
        EdgeCase unknown = EdgeCase.manifests(PODS, near);
        EdgeCase usual = EdgeCase.manifests(PODS, near, config("deny"));
        EdgeCase other = EdgeCase.manifests(PODS, near, own);
        unknown.from("10.1.2.3").to("shop/api").tcp(8080).isUndefined("cluster-unauthenticated");
        usual.from("10.1.2.3").to("shop/api").tcp(8080).isAllowed();
        other.from("10.1.2.3").to("shop/api").tcp(8080).isDenied();
        other.from("192.0.2.7").to("shop/api").tcp(8080).isAllowed();
    }

    @Test
    void annotationsHoldForTheirOwnPodsOnly() {
        String skipping =
                PODS.replace("labels: {app: web}", "labels: {app: api, tier: front}")
                        .replace(
                                "labels: {app: api}",
                                "labels: {app: api}, annotations:"
                                        + " {config.linkerd.io/skip-inbound-ports: '8080'}");
        EdgeCase shop = EdgeCase.manifests(skipping, SERVER);
        shop.from("legacy/old").to("shop/api").tcp(8080).isAllowed();
        shop.from("legacy/old").to("shop/web").tcp(8080).isDenied();
    }

    @Test
    void annotationsOfPodsThatLabelsDoNotTellApartLeaveItOpen() {
        String skipping =
                PODS.replace("labels: {app: web}", "labels: {app: api}")
                        .replace(
                                "name: api, namespace: shop, labels: {app: api}",
                                "name: api, namespace: shop, labels: {app: api}, annotations:"
                                        + " {config.linkerd.io/skip-inbound-ports: '8080'}");
        EdgeCase.manifests(skipping, SERVER)
                .from("legacy/old")
                .to("shop/web")
                .tcp(8080)
                .isUndefined("skip-inbound-ports");
    }

    @Test
    void theDefaultPolicyOfTheClusterIsWhatItsSettingsSay() {
        EdgeCase unknown = EdgeCase.manifests(PODS);
        EdgeCase closed = EdgeCase.manifests(PODS, config("deny"));
        String older =
                config("all-authenticated")
                        .replace("proxy: {defaultInbound", "policyController: {defaultAllow");
        EdgeCase proven = EdgeCase.manifests(PODS, older);
        unknown.from("shop/web")
                .to("shop/api")
                .tcp(7000)
                .isUndefined("default inbound policy of the cluster is not in the manifests");
        closed.from("shop/web").to("shop/api").tcp(7000).isDenied();
        proven.from("shop/web").to("shop/api").tcp(7000).isAllowed().because("all-authenticated");
        proven.from("legacy/old").to("shop/api").tcp(7000).isDenied();
    }

    @Test
    void theDefaultPolicyOfANamespaceHoldsWhereNoServerSpeaks() {
        String closed =
                PODS.replaceFirst(
                        "linkerd.io/inject: enabled",
                        "linkerd.io/inject: enabled, config.linkerd.io/default-inbound-policy:"
                                + " all-authenticated");
        EdgeCase shop = EdgeCase.manifests(closed, SERVER, config("all-unauthenticated"));
        shop.from("jobs/batch").to("shop/api").tcp(7000).isAllowed().because("all-authenticated");
        shop.from("legacy/old").to("shop/api").tcp(7000).isDenied();
        shop.from("legacy/old").to("jobs/batch").tcp(7000).isAllowed();
    }
}
