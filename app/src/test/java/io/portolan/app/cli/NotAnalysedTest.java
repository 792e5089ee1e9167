package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Policies that Portolan does not understand: no answer is better than a wrong one.
class NotAnalysedTest {
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

    @TempDir private Path folder;

    @BeforeEach
    void manifests() throws IOException {
        Files.writeString(folder.resolve("pods.yaml"), PODS);
    }

    private void add(String apiVersion, String kind, String namespace) throws IOException {
        String text =
                """
                apiVersion: %s
                kind: %s
                metadata: {name: lock%s}
                spec: {}
                """
                        .formatted(
                                apiVersion,
                                kind,
                                namespace.isEmpty() ? "" : ", namespace: " + namespace);
        Files.writeString(folder.resolve("lock.yaml"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectivity", "can", "explain"})
    void noAnswerIsGivenWhereAPolicyIsNotAnalysed(String command) throws IOException {
        add("cilium.io/v2", "CiliumLocalRedirectPolicy", "shop");
        Ran ran = ask(command);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("not analysed: CiliumLocalRedirectPolicy shop/lock", "lock.yaml:1")
                .endsWith("Leave it out to see what holds without it.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectivity", "can", "explain"})
    void withoutSuchPoliciesTheAnswerIsGiven(String command) {
        Ran ran = ask(command);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isNotEmpty();
    }

    private Ran ask(String command) {
        String place = folder.toString();
        return command.equals("connectivity")
                ? Ran.of(command, place)
                : Ran.of(command, place, "--from", "shop/web", "--to", "shop/db", "--port", "80");
    }

    @Test
    void clusterWidePoliciesAreNamedWithoutNamespace() throws IOException {
        add("cilium.io/v2", "CiliumEgressGatewayPolicy", "");
        Ran ran = ask("can");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("not analysed: CiliumEgressGatewayPolicy lock (");
    }

    @Test
    void validateSaysWhatItDidNotLookAtAndFails() throws IOException {
        add("k8s.ovn.org/v1", "EgressFirewall", "shop");
        String line = "not analysed: EgressFirewall ";
        Ran text = Ran.of("validate", folder.toString(), "--fail-on", "error");
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains("\n" + line);
        Ran json = Ran.of("validate", folder.toString(), "--format", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out()).contains("\"notAnalysed\"", "EgressFirewall ");
        Ran sarif = Ran.of("validate", folder.toString(), "--format", "sarif");
        assertThat(sarif.out()).contains("Not analysed: EgressFirewall ");
    }

    @Test
    void theHelpExplainsTheExitCode() {
        assertThat(Ran.of("--help").out()).contains("3 policies that are not analysed yet");
    }
}
