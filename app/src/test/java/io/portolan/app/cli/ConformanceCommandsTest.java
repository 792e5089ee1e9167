package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.model.format.YamlNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The commands on third-party input, as its users call them.
final class ConformanceCommandsTest {
    private static final String HOST_PODS =
            "assumed: pods of the cluster (cluster) in the network of their node (hostNetwork) are"
                    + " selected by policies like others. Write its plug-in (cni) or its nodeRanges"
                    + " to have them judged as nodes.";

    @TestFactory
    Stream<DynamicTest> canAnswersEveryQuery() {
        Path family = ConformanceData.family("can");
        return ConformanceData.entries(family, ".json").stream()
                .map(ConformanceData::json)
                .flatMap(suite -> ConformanceData.items(suite, "queries").stream())
                .map(YamlNode.Mapping.class::cast)
                .map(query ->
                        dynamicTest(
                                ConformanceData.text(query, "id"), () -> answered(family, query)));
    }

    private static void answered(Path family, YamlNode.Mapping query) {
        String dir = ConformanceData.text(query, "dir");
        Ran ran =
                Ran.of(
                        "can",
                        family.resolve(dir).toString(),
                        "--from",
                        ConformanceData.text(query, "from"),
                        "--to",
                        ConformanceData.text(query, "to"),
                        "--port",
                        ConformanceData.text(query, "port"),
                        "--protocol",
                        ConformanceData.text(query, "protocol"));
        assertThat(ran.err().lines().toList()).isEqualTo(assumed(family.resolve(dir)));
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(ConformanceData.text(query, "expect") + "\n");
    }

    /// What is told beside an answer: nothing, but of manifests with pods of the host network.
    private static List<String> assumed(Path folder) {
        boolean host =
                ConformanceData.entries(folder, ".yaml").stream()
                        .anyMatch(file -> read(file).contains("hostNetwork: true"));
        return host ? List.of(HOST_PODS) : List.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> invalidPoliciesAreRefusedByName() {
        return ConformanceData.entries(ConformanceData.family("reject"), "").stream()
                .map(folder ->
                        dynamicTest(String.valueOf(folder.getFileName()), () -> refused(folder)));
    }

    private static void refused(Path folder) {
        Ran ran = Ran.of("connectivity", folder.resolve("input").toString(), "--format", "csv");
        assertThat(ran.code()).as(ran.err()).isEqualTo(PortolanCommand.INVALID);
        assertThat(ran.out()).isEmpty();
        assertThat(
                        ConformanceData.texts(
                                ConformanceData.json(folder.resolve("case.json")), "objects"))
                .as(ran.err())
                .anyMatch(ran.err()::contains);
    }
}
