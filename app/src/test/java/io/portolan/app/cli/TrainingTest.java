package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A command that fails early teaches the start-up cache nothing.
final class TrainingTest {
    @ParameterizedTest
    @EnumSource
    void everyCommandOfTheTrainingRunsToItsEnd(Training training, @TempDir Path folder)
            throws IOException {
        for (List<String> words : training.commands(folder)) {
            Ran ran = Ran.of(words.toArray(new String[0]));
            assertThat(ran.code())
                    .as("%s: %s", words, ran.err())
                    .isIn(PortolanCommand.CLEAN, PortolanCommand.FINDINGS);
            assertThat(ran.out()).as("%s", words).isNotEmpty();
        }
    }
}
