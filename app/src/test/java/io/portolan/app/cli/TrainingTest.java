package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A command that fails early teaches the start-up cache nothing.
final class TrainingTest {
    @Test
    void everyCommandOfTheTrainingRunsToItsEnd(@TempDir Path folder) throws IOException {
        for (List<String> words : Training.commands(folder)) {
            Ran ran = Ran.of(words.toArray(new String[0]));
            assertThat(ran.code())
                    .as("%s: %s", words, ran.err())
                    .isIn(PortolanCommand.CLEAN, PortolanCommand.FINDINGS);
            assertThat(ran.out()).as("%s", words).isNotEmpty();
        }
    }
}
