package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.mesh.istio.IstioExporter;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.model.policy.EnforcementPlan;
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
        EnforcementPlan imported = new KubernetesImporter().read(manifests).design().observed();
        assertThat(SampleDesigns.compiled("boutique").design().observed().points())
                .containsExactlyElementsOf(imported.points());
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
