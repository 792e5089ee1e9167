package io.portolan.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class SampleCatalogueTest {
    static List<Sample> samples() {
        return SampleCatalogue.all();
    }

    @Test
    void theSamplesOfTheProjectAreThere() {
        assertThat(samples())
                .extracting(Sample::name)
                .containsExactly("first-steps", "hybrid-bank", "boutique");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleHasDesignLayoutAndPage(Sample sample) {
        assertThat(sample.files())
                .contains(sample.designFile(), sample.layoutFile(), sample.page());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theIndexListsTheFilesThatAreInTheFolder(Sample sample) throws IOException {
        Path folder = Path.of("designs", sample.name());
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> there =
                    files.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                            .toList();
            assertThat(sample.files()).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFileCanBeRead(Sample sample) {
        assertThat(sample.files())
                .allSatisfy(f -> assertThat(SampleCatalogue.text(sample, f)).isNotBlank());
    }

    @Test
    void aSampleIsFoundByName() {
        assertThat(SampleCatalogue.find("hybrid-bank").map(Sample::title)).contains("Hybrid bank");
    }

    @Test
    void anUnknownSampleIsNotFound() {
        assertThat(SampleCatalogue.find("moon-base")).isEmpty();
    }

    @Test
    void askingForAFileThatIsNotThereNamesThoseThatAre() {
        Sample sample = SampleCatalogue.find("hybrid-bank").orElseThrow();

        assertThatThrownBy(() -> SampleCatalogue.text(sample, "other.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(other.yaml)")
                .hasMessageContaining("hybrid-bank.portolan.yaml");
    }

    @Test
    void aBrokenIndexIsRefused() {
        assertThatThrownBy(() -> SampleCatalogue.parse("only-a-name\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(only-a-name)");
    }
}
