package io.portolan.exporters.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;

import io.portolan.exporters.CrdSchemas;
import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

/// What is written is valid by the schemas in Istio's own custom resource definitions, as strict as
/// the API server: a field that they do not know is an error. Their CEL rules are not evaluated.
final class IstioSchemaTest {
    private CrdSchemas schemas = CrdSchemas.NONE;

    @BeforeEach
    void needsTheDefinitions() {
        schemas = CrdSchemas.of("istio/crd-all.gen.yaml");
    }

    private List<Error> errors(String document) {
        return schemas.errors(document);
    }

    @ParameterizedTest
    @MethodSource("io.portolan.exporters.SampleDesigns#names")
    void everyObjectOfTheSamplesIsValid(String sample) {
        for (String document : documents(sample)) {
            assertThat(errors(document)).as(document).isEmpty();
        }
    }

    @Test
    void theSamplesHaveEveryKindThatIsWritten() {
        List<String> all =
                SampleDesigns.names().stream()
                        .flatMap(sample -> documents(sample).stream())
                        .toList();
        assertThat(all).anyMatch(d -> d.contains("kind: PeerAuthentication"));
        assertThat(all).anyMatch(d -> d.contains("kind: AuthorizationPolicy"));
        assertThat(all).anyMatch(d -> d.contains("kind: ServiceEntry"));
    }

    @Test
    void aFieldThatIstioDoesNotKnowIsAnError() {
        String policy =
                """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: a}
                spec: {rules: [{from: [{source: {%s: [a]}}]}]}
                """;
        assertThat(errors(policy.formatted("principals"))).isEmpty();
        assertThat(errors(policy.formatted("principal"))).isNotEmpty();
    }

    private static List<String> documents(String sample) {
        List<String> documents = new ArrayList<>();
        ExportRequest request = new ExportRequest(SampleDesigns.compiled(sample));
        for (Artifact artifact : new IstioExporter().export(request).artifacts()) {
            for (String document : artifact.text().split("(?m)^---$", -1)) {
                if (document.contains("kind:")) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }
}
