package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a change opens and closes, as its author sees it.
class DiffCommandTest {
    private static final String BANK = "../samples/designs/hybrid-bank/hybrid-bank.portolan.yaml";
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            """;
    private static final String CLOSED =
            """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]
            """;

    @TempDir private Path folder;

    private Path manifests(String name, String text) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Files.writeString(place.resolve("all.yaml"), text);
        return place;
    }

    @Test
    void whatChangedIsInTheTableAndInTheExitCode() throws IOException {
        String old = manifests("old", PODS).toString();
        String young = manifests("new", PODS + CLOSED).toString();
        Ran csv = Ran.of("diff", old, young, "--format", "csv");
        assertThat(csv.code()).isEqualTo(1);
        assertThat(csv.out())
                .isEqualTo(
                        """
                        diff-type,source,destination,ref1,ref2,workloads-diff-info
                        removed,0.0.0.0-255.255.255.255[External],shop/db[Pod],All Connections,No Connections,
                        changed,shop/web[Pod],shop/db[Pod],All Connections,TCP 5432,
                        """);
        Ran text = Ran.of("diff", young, old);
        assertThat(text.out())
                .contains(
                        "changed  shop/web[Pod]  ->  shop/db[Pod]  TCP 5432  =>  All Connections");
        Ran json = Ran.of("diff", old, young, "--format", "json");
        assertThat(json.out()).contains("\"change\" : \"changed\"", "\"after\" : \"TCP 5432\"");
    }

    @Test
    void nothingToReportIsExitCodeZero() throws IOException {
        String place = manifests("same", PODS + CLOSED).toString();
        Ran ran = Ran.of("diff", place, place);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("The same connections are possible.\n");
    }

    @Test
    void designsAreComparedLikewise() throws IOException {
        assertThat(Ran.of("diff", BANK, BANK, "--format", "csv").code()).isZero();
        Path other = folder.resolve("bank.portolan.yaml");
        String text = Files.readString(Path.of(BANK));
        Files.writeString(other, text.replace("1500", "1501"));
        Ran ran = Ran.of("diff", BANK, other.toString(), "--format", "csv");
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains("changed,east/pay/cards[StatefulSet],hsm[Appliance],TCP 1500,TCP 1501,");
    }

    @Test
    void invalidInputOnEitherSideIsNamed() throws IOException {
        String old = manifests("fine", PODS).toString();
        String bad = manifests("bad", PODS + CLOSED.replace("5432", "70000")).toString();
        Ran ran = Ran.of("diff", old, bad);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("NetworkPolicy shop/db");
    }
}
