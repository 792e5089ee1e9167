package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.SHOP;
import static io.portolan.exporters.edgecases.IstioShop.peers;

import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;

import org.junit.jupiter.api.Test;

/// Where PeerAuthentications of Istio refuse plaintext.
final class IstioMutualTlsTest {
    private static EdgeCase.Asked outsideToApi(String... manifests) {
        return EdgeCase.manifests(manifests).from("203.0.113.8").to("shop/api[Pod]");
    }

    @Test
    void portLevelMutualTlsComesBeforeThatOfTheWorkload() {
        String strict =
                peers(
                        "strict",
                        "shop",
                        "{selector: {matchLabels: {app: api}}, mtls: {mode: STRICT},"
                                + " portLevelMtls: {8081: {mode: DISABLE}}}");
        EdgeCase.From outside = EdgeCase.manifests(SHOP, strict).from("203.0.113.8");
        outside.to("shop/api[Pod]").tcp(80).isDenied();
        outside.to("shop/api[Pod]").tcp(8081).isAllowed();
    }

    @Test
    void aMeshThatIsDrawnStrictRefusesPlaintextExceptWhereAPolicySaysOtherwise() {
        String open = peers("open", "data", "{mtls: {mode: PERMISSIVE}}");
        EdgeCase strict =
                EdgeCase.manifests(SHOP, open)
                        .changed(d ->
                                d.with(
                                        d.all(Mesh.class)
                                                .findFirst()
                                                .orElseThrow()
                                                .withMtls(MtlsMode.STRICT)));
        strict.from("203.0.113.8").to("shop/api[Pod]").tcp(80).isDenied();
        strict.from("203.0.113.8").to("data/db").tcp(80).isAllowed();
    }

    @Test
    void aPeerAuthenticationOfWorkloadsInTheRootNamespaceIsIgnored() {
        String strict = peers("default", "shop", "{mtls: {mode: STRICT}}");
        String legacy =
                peers(
                        "legacy",
                        "istio-system",
                        "{selector: {matchLabels: {app: api}}, mtls: {mode: PERMISSIVE}}");
        outsideToApi(SHOP, legacy, strict).tcp(80).isDenied();
    }

    @Test
    void anEmptySelectorIsThatOfTheNamespace() {
        String wide = peers("wide", "shop", "{selector: {}, mtls: {mode: PERMISSIVE}}");
        String own =
                peers("own", "shop", "{selector: {matchLabels: {app: api}}, mtls: {mode: STRICT}}");
        outsideToApi(SHOP, wide, own).tcp(80).isDenied();
    }

    @Test
    void theOlderOfTwoPeerAuthenticationsHoldsAndUnknownAgesAreUndefined() {
        String strict = peers("b", "shop", "{mtls: {mode: STRICT}}");
        String open = peers("a", "shop", "{mtls: {mode: PERMISSIVE}}");
        outsideToApi(SHOP, strict, open).tcp(80).isUndefined("");
        outsideToApi(
                        SHOP,
                        strict.replace(
                                "name: b,", "name: b, creationTimestamp: '2026-01-01T00:00:00Z',"),
                        open.replace(
                                "name: a,", "name: a, creationTimestamp: '2026-02-01T00:00:00Z',"))
                .tcp(80)
                .isDenied();
    }
}
