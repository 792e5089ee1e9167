package io.portolan.exporters.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Artifact;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class YamlWriterTest {
    private static Artifact written(Yaml value) {
        IndentingWriter out = YamlWriter.lines();
        new YamlWriter(out).document(value);
        return out.artifact("x.yaml");
    }

    @Test
    void nestedListsAndMappingsAreBlockStyle() {
        Yaml rule =
                Yaml.map()
                        .with(
                                "from",
                                Yaml.list(
                                        List.of(
                                                Yaml.map()
                                                        .with(
                                                                "ports",
                                                                Yaml.texts(List.of("a", "b"))))))
                        .with("port", 8080);
        Yaml value =
                Yaml.map()
                        .with("spec", Yaml.map().with("ingress", Yaml.list(List.of(rule))))
                        .with("podSelector", Yaml.map())
                        .with("none", Yaml.list(List.of()));
        assertThat(written(value).text())
                .isEqualTo(
                        """
                        ---
                        spec:
                          ingress:
                          - from:
                            - ports:
                              - a
                              - b
                            port: 8080
                        podSelector: {}
                        none: []
                        """);
    }

    @Test
    void textThatYamlWouldReadAsSomethingElseIsQuoted() {
        for (String text :
                List.of("yes", "No", "null", "1.20", "", "~", "a: b", "-", "#x", "0x1F", "10:20")) {
            assertThat(YamlWriter.quoted(text)).isEqualTo('"' + text + '"');
        }
        assertThat(YamlWriter.quoted("shop/api-1.v2")).isEqualTo("shop/api-1.v2");
        assertThat(YamlWriter.quoted("a\"\\\n\u2028")).isEqualTo("\"a\\\"\\\\\\n\\u2028\"");
    }

    @Test
    void commentsStandAboveAndTheirLinesAreMarked() {
        Yaml item =
                new Yaml.Commented(List.of("flow: F1\nsecond"), "F1", Yaml.map().with("port", 80));
        Artifact artifact = written(Yaml.map().with("ports", Yaml.list(List.of(item))));
        assertThat(artifact.text()).isEqualTo("---\nports:\n# flow: F1 second\n- port: 80\n");
        assertThat(artifact.marks()).containsExactly(new Artifact.Mark(3, 4, "F1"));
    }

    @Test
    void labelsAreSorted() {
        assertThat(written(Yaml.sorted(Map.of("b", "1", "a", "x"))).text())
                .isEqualTo("---\na: x\nb: \"1\"\n");
    }
}
