package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.mesh.istio.IstioExporter;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.Design;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The boutique is what an import of its manifests gives, completed by hand.
class SampleManifestsTest {
    private static final Sample BOUTIQUE = SampleCatalogue.find("boutique").orElseThrow();

    @Test
    void theDesignHoldsEveryPolicyOfItsManifests() {
        List<Source> manifests =
                BOUTIQUE.files().stream()
                        .filter(file -> file.startsWith("manifests/"))
                        .map(file -> new Source(file, SampleCatalogue.text(BOUTIQUE, file)))
                        .toList();
        Design imported = new KubernetesImporter().read(manifests).design();
        assertThat(found(SampleDesigns.compiled("boutique").design()))
                .isNotEmpty()
                .containsExactlyElementsOf(found(imported));
    }

    /// A policy that stands in a manifest, and where it is asked.
    private record Found(String point, String block, Policy policy) {}

    private static List<Found> found(Design design) {
        return design.observed().points().stream()
                .flatMap(point ->
                        point.blocks().stream()
                                .flatMap(block ->
                                        block.policies().stream()
                                                .filter(SampleManifestsTest::isRead)
                                                .map(p -> new Found(point.id(), block.name(), p))))
                .toList();
    }

    private static boolean isRead(Policy policy) {
        return policy.remark().origin() instanceof Origin.Line;
    }

    @Test
    void whatItsMeshEnforcesComesOutAgain() {
        ExportResult result =
                new IstioExporter().export(new ExportRequest(SampleDesigns.compiled("boutique")));
        assertThat(result.gaps()).isEmpty();
        assertThat(result.artifacts())
                .extracting(artifact -> artifact.path())
                .containsExactly("kubernetes/cluster/orders/istio.yaml");
        assertThat(result.artifacts().getFirst().text())
                .contains(
                        "kind: PeerAuthentication",
                        "mode: STRICT",
                        "kind: AuthorizationPolicy",
                        "name: payment");
    }
}
