package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.portolan.model.design.Design;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// networknt's validator is an independent reader of the schema: it must accept what our reader
/// accepts and refuse what ours refuses.
class JsonSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/schema/portolan-1.schema.json");
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonSchema.write());

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    @Test
    void publishedSchemaIsTheOneOfTheRecords() throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, JsonSchema.write());
        }
        assertThat(PUBLISHED).as("run once with -Dgolden.update").hasContent(JsonSchema.write());
    }

    @Test
    void everyWrittenDesignIsValid() {
        Gen.forAll(
                60,
                gen -> {
                    Design design = AnyValue.design(gen);
                    String json = JsonText.line(DesignWriter.tree(design));
                    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
                });
    }

    @Test
    void formsThatPeopleWriteAreValid() {
        assertThat(
                        errors(
                                """
                                portolan: 1
                                name: 12
                                elements:
                                  a:
                                    kind: vlan
                                    label: NO
                                    tag: 12
                                  b: {kind: client, label: B, ranges: 10.0.0.0/8}
                                flows:
                                  f1:
                                    {from: a, to: b, intent: allow, protocol: tcp, ports: [80, 8000-8080],
                                     encryption: end-to-end, methods: [GET]}
                                links:
                                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x",
                "portolan: 1",
                "portolan: 1\nname: x\nelement: {}",
                "portolan: 1\nname: x\nelements: [a]",
                "portolan: 1\nname: x\nelements: {a: {kind: vlam, label: A, tag: 1}}",
                "portolan: 1\nname: x\nelements: {a: {kind: vlan, label: A}}",
                "portolan: 1\nname: x\nelements: {a: {kind: vlan, label: A, tag: '1'}}",
                "portolan: 1\nname: x\nelements: {a: {kind: vlan, id: a, label: A, tag: 1}}",
                "portolan: 1\nname: x\nelements: {a: {label: A, tag: 1}}",
                "portolan: 1\nname: x\nelements: {a: {kind: vlan, label: A, tag: 1, tagg: 2}}",
                "portolan: 1\nname: x\nflows: {f: {from: a, to: b, intent: maybe, protocol: tcp}}",
                "portolan: 1\nname: x\nobserved: {captures: [{name: c, members: {noneOf: []}}]}",
            })
    void whatOurReaderRefusesIsInvalid(String yaml) {
        assertThat(errors(yaml)).isNotEmpty();
        assertThat(DesignReader.read(yaml).problems()).isNotEmpty();
    }
}
