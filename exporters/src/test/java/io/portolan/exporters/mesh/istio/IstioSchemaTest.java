package io.portolan.exporters.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is written is valid by the schemas in Istio's own custom resource definitions, as strict as
/// the API server: a field that they do not know is an error. Their CEL rules are not evaluated.
final class IstioSchemaTest {
    private static final Path CRDS = Path.of("../../shared/crds/istio/crd-all.gen.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Schema> schemas = new TreeMap<>();

    @BeforeEach
    void needsTheDefinitions() throws IOException {
        assumeTrue(
                Files.exists(CRDS),
                "Istio's custom resource definitions are missing (crd-all.gen.yaml); what is"
                        + " written was not compared with them.");
        for (String document : Files.readString(CRDS).split("\n---\n", -1)) {
            JsonNode definition = YAML.readTree(document);
            String group = definition.at("/spec/group").asString("");
            String kind = definition.at("/spec/names/kind").asString("");
            for (JsonNode version : definition.at("/spec/versions")) {
                String name = group + "/" + version.at("/name").asString("") + " " + kind;
                schemas.put(name, schema(version.at("/schema/openAPIV3Schema")));
            }
        }
    }

    private static Schema schema(JsonNode openApi) {
        ObjectNode root = (ObjectNode) openApi;
        ObjectNode properties = (ObjectNode) root.get("properties");
        List.of("apiVersion", "kind", "metadata").forEach(properties::putObject);
        close(root);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString());
    }

    /// Objects with named fields have no others.
    private static void close(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        if (schema instanceof ObjectNode open
                && !properties.isEmpty()
                && !schema.has("additionalProperties")
                && !schema.has("x-kubernetes-preserve-unknown-fields")) {
            open.put("additionalProperties", false);
        }
        properties.forEach(IstioSchemaTest::close);
        if (schema.has("items")) {
            close(schema.get("items"));
        }
    }

    private List<Error> errors(String document) {
        JsonNode object = YAML.readTree(document);
        String name =
                object.path("apiVersion").asString("") + " " + object.path("kind").asString("");
        Schema schema = schemas.get(name);
        assertThat(schema).as(name).isNotNull();
        return schema == null ? List.of() : schema.validate(object.toString(), InputFormat.JSON);
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
