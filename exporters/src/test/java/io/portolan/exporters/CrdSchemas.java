package io.portolan.exporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The schemas of custom resource definitions, as strict as the API server: a field that they do
/// not know is an error. Their CEL rules are not evaluated. A test that needs definitions which are
/// not there is skipped and says which.
public final class CrdSchemas {
    public static final CrdSchemas NONE = new CrdSchemas(Map.of());

    private static final Path CRDS = Path.of("../../shared/crds");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Schema> schemas;

    private CrdSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /// Reads files of definitions, named below the folder of all of them.
    public static CrdSchemas of(String... files) {
        Map<String, Schema> schemas = new TreeMap<>();
        for (String file : files) {
            Path path = CRDS.resolve(file);
            assumeTrue(
                    Files.exists(path),
                    "Custom resource definitions are missing (%s); nothing was compared with them."
                            .formatted(path));
            read(path, schemas);
        }
        return new CrdSchemas(schemas);
    }

    private static void read(Path path, Map<String, Schema> schemas) {
        try {
            for (String document : Files.readString(path).split("(?m)^---$", -1)) {
                JsonNode definition = YAML.readTree(document);
                String group = definition.at("/spec/group").asString("");
                String kind = definition.at("/spec/names/kind").asString("");
                for (JsonNode version : definition.at("/spec/versions")) {
                    String name = group + "/" + version.at("/name").asString("") + " " + kind;
                    schemas.put(name, schema(version.at("/schema/openAPIV3Schema")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        properties.forEach(CrdSchemas::close);
        if (schema.has("items")) {
            close(schema.get("items"));
        }
    }

    /// What the schema of its kind says against an object.
    public List<Error> errors(String document) {
        JsonNode object = YAML.readTree(document);
        String name =
                object.path("apiVersion").asString("") + " " + object.path("kind").asString("");
        Schema schema = schemas.get(name);
        assertThat(schema).as(name).isNotNull();
        return schema == null ? List.of() : schema.validate(object.toString(), InputFormat.JSON);
    }
}
