package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.SHOP;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;

import org.junit.jupiter.api.Test;

/// What sidecars of Istio let out: the registry, and the hosts that a Sidecar names.
final class IstioOutboundTest {
    private static final String CLOSED =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                outboundTrafficPolicy: {mode: REGISTRY_ONLY}
            """;

    private static String sidecar(String name, String spec) {
        return """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: %s, namespace: shop}
        spec: %s
        """
                .formatted(name, spec);
    }

    @Test
    void registryOnlyRefusesWhatNobodyRegistered() {
        EdgeCase shop = EdgeCase.manifests(SHOP, CLOSED);
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isAllowed();
        shop.from("shop/web").to("api.partner.example[DNS]").tcp(443).isAllowed();
        shop.from("shop/web").to("data/db").tcp(5432).isDenied().because("REGISTRY_ONLY");
        shop.from("shop/web").to("data/db").udp(5432).isAllowed();
    }

    @Test
    void anOutsideAddressMayBeThatOfARegisteredName() {
        EdgeCase.manifests(SHOP, CLOSED)
                .from("shop/web")
                .to("203.0.113.7")
                .tcp(443)
                .isUndefined("api.partner.example");
    }

    @Test
    void aSidecarLimitsItsNamespaceToTheHostsThatItNames() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP,
                        CLOSED,
                        sidecar("own", "{egress: [{hosts: ['./api.shop.svc.cluster.local']}]}"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isAllowed().because("api.shop.svc");
        shop.from("shop/web").to("api.partner.example[DNS]").tcp(443).isDenied();
        shop.from("data/db").to("api.partner.example[DNS]").tcp(443).isAllowed();
    }

    @Test
    void whatASidecarOfAllowAnyDoesNotNameMayOrMayNotBeForwarded() {
        EdgeCase shop = EdgeCase.manifests(SHOP, sidecar("own", "{egress: [{hosts: ['~/*']}]}"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isUndefined("another listener");
        shop.from("shop/web").to("203.0.113.7").tcp(443).isAllowed();
    }

    @Test
    void aSidecarWithSelectorComesBeforeThatOfTheNamespace() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP,
                        CLOSED,
                        sidecar("all", "{egress: [{hosts: ['*/*']}]}"),
                        sidecar(
                                "web",
                                "{workloadSelector: {labels: {app: web}}, egress: [{hosts:"
                                        + " ['~/*']}]}"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isDenied();
        shop.from("shop/api[Pod]").to("api.partner.example[DNS]").tcp(443).isAllowed();
    }

    @Test
    void aHostThatIsNotExportedIsUnknownElsewhere() {
        String own = SHOP.replace("{hosts: [api", "{exportTo: ['.'], hosts: [api");
        String everything =
                sidecar("all", "{egress: [{hosts: ['*/*']}]}").replace("shop}", "data}");
        EdgeCase shop = EdgeCase.manifests(own, CLOSED, everything);
        shop.from("data/db").to("api.partner.example[DNS]").tcp(443).isDenied();
    }

    @Test
    void anUnknownModeIsRefusedWithItsPlace() {
        ImportResult result =
                EdgeCase.imported(sidecar("odd", "{outboundTrafficPolicy: {mode: SOME}}"));
        assertThat(result.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("Sidecar shop/odd", "SOME"))
                .satisfies(p -> assertThat(p.line()).isEqualTo(4));
    }

    @Test
    void theSettingsOfARevisionHoldToo() {
        EdgeCase.manifests(SHOP, CLOSED.replace("name: istio,", "name: istio-1-24,"))
                .from("shop/web")
                .to("data/db")
                .tcp(5432)
                .isDenied();
    }

    @Test
    void aHostThatIsNotExportedIsUnknownToClientsWithoutASidecarObjectToo() {
        String own = SHOP.replace("{hosts: [api", "{exportTo: ['.'], hosts: [api");
        EdgeCase shop = EdgeCase.manifests(own, CLOSED);
        shop.from("data/db").to("api.partner.example[DNS]").tcp(443).isDenied();
        shop.from("shop/web").to("api.partner.example[DNS]").tcp(443).isAllowed();
    }

    @Test
    void theMeshSaysToWhomHostsAreExportedThatDoNotSay() {
        String usual = CLOSED + "    defaultServiceExportTo: ['.']\n";
        EdgeCase shop = EdgeCase.manifests(SHOP, usual);
        shop.from("data/db").to("api.partner.example[DNS]").tcp(443).isDenied();
        shop.from("data/db").to("shop/api[Pod]").tcp(80).isDenied();
        shop.from("shop/web").to("api.partner.example[DNS]").tcp(443).isAllowed();
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isAllowed();
        String said = SHOP.replace("{hosts: [api", "{exportTo: ['*'], hosts: [api");
        EdgeCase.manifests(said, usual)
                .from("data/db")
                .to("api.partner.example[DNS]")
                .tcp(443)
                .isAllowed();
    }
}
