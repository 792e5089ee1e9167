package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.net.PortSet;

import org.junit.jupiter.api.Test;

import java.util.List;

class DesignReaderTest {
    private static final String TEXT =
            """
            portolan: 1
            name: Bank
            elements:
              core:
                kind: cluster
                label: Core
                cni: {product: calico, version: "3.30", encapsulation: ip-in-ip}
                podRanges: 10.244.0.0/16
                masquerade: outside-cluster
                policy: derived
              core/web: {kind: namespace, label: web, parent: core, labels: {app: NO}}
            flows:
              f1:
                from: core/web
                to: core
                intent: never
                protocol: tcp
                ports: [80, 443]
                encryption: end-to-end
            observed:
              points:
                - id: p1
                  owner: core
                  layer: pod-policy
                  position: {kind: atEndpoint, direction: in, place: nic}
                  replies: admitted
                  blocks:
                    - name: network policies
                      discipline: denyOverrides
                      policies:
                        - name: web/allow-dns
                          order: .inf
                          mode: isolates
                          remark: {origin: {kind: line, file: a.yaml, line: 3}, comment: ""}
                      otherwise: {kind: deny, refusal: drop}
            """;

    private static List<String> problems(String text) {
        return DesignReader.read(text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void designIsReadAsWritten() {
        Design design = DesignReader.read(TEXT).design().orElseThrow();
        assertThat(design.name()).isEqualTo("Bank");
        assertThat(design.find(new ElementId("core"), Cluster.class))
                .hasValueSatisfying(
                        c -> assertThat(c.cni().orElseThrow().version()).contains("3.30"));
        Flow flow = design.flows().firstEntry().getValue();
        assertThat(flow.ports()).contains(PortSet.of(80, 443));
        assertThat(DesignReader.read(DesignWriter.write(design)).design()).contains(design);
    }

    @Test
    void writtenTextIsPlainAndStable() {
        Design design = DesignReader.read(TEXT).design().orElseThrow();
        assertThat(DesignWriter.write(design))
                .startsWith(
                        """
                        portolan: 1
                        name: Bank
                        elements:
                          core:
                            kind: cluster
                            label: Core
                            cni: {product: calico, version: "3.30", encapsulation: ip-in-ip}
                            podRanges: [10.244.0.0/16]
                            masquerade: outside-cluster
                            policy: derived
                          core/web:
                            kind: namespace
                            label: web
                            parent: core
                            labels: {app: "NO"}
                        flows:
                          f1:
                            from: core/web
                            to: core
                            intent: never
                            protocol: tcp
                            ports: [80, 443]
                            encryption: end-to-end
                        observed:
                          points:
                            - id: p1
                        """);
    }

    @Test
    void sourceMapKnowsTheLines() {
        SourceMap sources = DesignReader.read(TEXT).sources();
        assertThat(sources.element(new ElementId("core/web"))).contains(new Position(11, 3));
        assertThat(sources.key(new ElementId("core"), "podRanges")).contains(new Position(8, 5));
        assertThat(sources.flow("f1")).contains(new Position(13, 3));
        assertThat(sources.policy("web/allow-dns")).contains(new Position(31, 15));
        assertThat(sources.find("/elements/core~1web/labels/app")).contains(new Position(11, 66));
        assertThat(sources.find("/flows/f1/ports/1")).contains(new Position(18, 17));
        assertThat(sources.find("/flows/f1/ports/2")).isEmpty();
        assertThat(sources.find("/nothing/here")).isEmpty();
        assertThat(sources.link("l1")).isEmpty();
    }

    @Test
    void sourceMapKnowsTheLinesOfWhatHasProblemsToo() {
        SourceMap sources = DesignReader.read(TEXT.replace("kind: cluster", "kind: x")).sources();
        assertThat(sources.element(new ElementId("core"))).contains(new Position(4, 3));
    }

    @Test
    void everyProblemOfAFileIsReportedInOrder() {
        String text =
                TEXT.replace("to: core", "too: core")
                        .replace("cni: {", "cnj: {")
                        .replace("Bank", "");
        assertThat(problems(text))
                .containsExactly(
                        "2:1 A value is missing here. Write one, or no key.",
                        "7:5 Unknown key (cnj). Maybe cni?",
                        "13:3 The key (to) is missing.",
                        "15:5 Unknown key (too). Maybe to?");
    }

    @Test
    void idIsTheKeyOfItsBlock() {
        assertThat(problems("portolan: 1\nname: x\nelements: {Core: {kind: site, label: C}}"))
                .containsExactly(
                        "3:12 The id (Core) must be lower case letters, digits and - . _ / between"
                                + " them.");
        assertThat(problems("portolan: 1\nname: x\nelements: {c: {kind: site, id: d, label: C}}"))
                .containsExactly(
                        "3:28 The key (id) is not written here: it is the name of the block.");
    }

    @Test
    void filesOfOthersAreToldApart() {
        assertThat(problems("apiVersion: v1\nkind: Pod\n").getFirst())
                .contains("this is no Portolan file");
        assertThat(problems("- a\n")).hasSize(1);
        assertThat(problems("portolan: one\nname: x\n").getFirst()).contains("must be a number");
        assertThat(problems("portolan: 1\nname: x\n---\nportolan: 1\n").getFirst())
                .contains("second document");
        assertThat(DesignReader.read(new byte[] {'a', (byte) 0xFF}).problems()).hasSize(1);
    }

    @Test
    void newerVersionsAreRefusedClearly() {
        assertThat(problems("portolan: 2\nname: x\nunheard: of\n"))
                .containsExactly(
                        "1:1 The file has version 2, which a newer Portolan wrote; this one reads"
                                + " up to 1. Open it with the newer one.");
        assertThat(problems("portolan: 0\nname: x\n").getFirst()).contains("There is no version 0");
    }

    /// Version 0 had `title` for `name`, and version 1 of the test is the current one.
    private record TitleBecameName() implements Migration {
        @Override
        public int from() {
            return 0;
        }

        @Override
        public Mapping apply(Mapping old) {
            return Tree.map(
                    old.entries().stream()
                            .map(e ->
                                    e.key().text().equals("title")
                                            ? Tree.entry("name", e.value())
                                            : e)
                            .toList());
        }
    }

    @Test
    void olderVersionsAreMigrated() {
        Migrations migrations = new Migrations(1, List.of(new TitleBecameName()));
        ReadDesign read = DesignReader.read("portolan: 0\ntitle: Old\n", migrations);
        assertThat(read.problems()).isEmpty();
        assertThat(read.design()).contains(Design.named("Old"));
        assertThat(DesignReader.read("portolan: 1\nname: New\n", migrations).design())
                .contains(Design.named("New"));
    }

    @Test
    void brokenLayoutIsReported() {
        assertThat(LayoutReader.read("portolan: 1\nboxes: {a: {x: 1}}\n").problems()).hasSize(3);
        assertThat(LayoutReader.read("]").problems()).hasSize(1);
    }
}
