package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.model.format.YamlNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.stream.Stream;

/// The commands on third-party input, as its users call them.
final class ConformanceCommandsTest {
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
        Ran ran =
                Ran.of(
                        "can",
                        family.resolve(ConformanceData.text(query, "dir")).toString(),
                        "--from",
                        ConformanceData.text(query, "from"),
                        "--to",
                        ConformanceData.text(query, "to"),
                        "--port",
                        ConformanceData.text(query, "port"),
                        "--protocol",
                        ConformanceData.text(query, "protocol"));
        assertThat(ran.err().lines()).allMatch(line -> line.startsWith("assumed: "));
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(ConformanceData.text(query, "expect") + "\n");
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
