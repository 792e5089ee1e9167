package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.portolan.model.change.Change;
import io.portolan.model.change.Changes;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class DesignStoreTest {
    private static final Design BANK =
            DesignReader.read("portolan: 1\nname: bank\nelements: {a: {kind: site, label: A}}\n")
                    .design()
                    .orElseThrow();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("bank.portolan.yaml");
    }

    private static Design placed(int x) {
        return BANK.with(BANK.layout().with(Map.of(new ElementId("a"), new Box(x, 2, 3, 4))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static Change rename(String name) {
        return new Change.RenameDesign("rename to " + name, name);
    }

    @Test
    void savedDesignIsLoadedWithItsLayout() throws IOException {
        DesignStore.save(file, placed(1));
        assertThat(DesignStore.load(file).design()).contains(placed(1));
        assertThat(names()).containsExactly("bank.layout.yaml", "bank.portolan.yaml");
        assertThat(Files.readString(DesignStore.layoutFile(file)))
                .isEqualTo("portolan: 1\nboxes:\n  a: {x: 1, y: 2, width: 3, height: 4}\n");
    }

    @Test
    void movingABoxNeverTouchesTheModelFile() throws IOException {
        String text = "portolan: 1\nname:   bank\nelements: {a: {kind: site, label: A}} # mine\n";
        Files.writeString(file, text);
        DesignStore.save(file, placed(1));
        DesignStore.save(file, placed(2));
        assertThat(file).hasContent(text);
        assertThat(DesignStore.backups(file)).isEmpty();
        assertThat(DesignStore.backups(DesignStore.layoutFile(file))).hasSize(1);
    }

    @Test
    void lastFiveVersionsAreKept() throws IOException {
        for (int i = 0; i <= 7; i++) {
            DesignStore.save(file, BANK.renamed("v" + i));
        }
        assertThat(DesignStore.backups(file)).hasSize(5);
        assertThat(DesignStore.backups(file).getFirst()).content().contains("name: v6");
        assertThat(DesignStore.backups(file).getLast()).content().contains("name: v2");
        assertThat(names()).containsExactly(".portolan-backups", "bank.portolan.yaml");
    }

    @Test
    void brokenLayoutCostsThePositionsOnly() throws IOException {
        DesignStore.save(file, placed(1));
        Files.writeString(DesignStore.layoutFile(file), "boxes: [");
        LoadedDesign loaded = DesignStore.load(file);
        assertThat(loaded.design()).contains(BANK);
        assertThat(loaded.layoutProblems()).hasSize(1);
    }

    @Test
    void truncatedFileIsAProblemAndTheBackupIsWhole() throws IOException {
        DesignStore.save(file, BANK);
        DesignStore.save(file, BANK.renamed("newer"));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            LoadedDesign loaded = DesignStore.load(file);
            assertThat(loaded.design().isPresent()).isEqualTo(loaded.problems().isEmpty());
        }
        Files.write(file, new byte[4096]);
        assertThat(DesignStore.load(file).problems().getFirst().message()).contains("U+0000");
        assertThat(DesignStore.load(DesignStore.backups(file).getFirst()).design()).contains(BANK);
    }

    @Test
    void enormousFileIsRefusedWithoutReadingIt() throws IOException {
        try (var out =
                Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.position(100L << 20);
            out.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }
        assertThat(DesignStore.load(file).problems().getFirst().message()).contains("too long");
    }

    @Test
    void missingFileIsAnException() {
        assertThatThrownBy(() -> DesignStore.load(file)).isInstanceOf(IOException.class);
    }

    @Test
    void failedSaveLeavesEverythingAsItWas() throws IOException {
        Files.createDirectories(file.resolve("not empty"));
        assertThatThrownBy(() -> DesignStore.save(file, BANK)).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("bank.portolan.yaml");
    }

    @Test
    void readOnlyFolderKeepsTheOldFile() throws IOException {
        DesignStore.save(file, BANK);
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            assumeFalse(Files.isWritable(folder), "needs a user who is not root");
            assertThatThrownBy(() -> DesignStore.save(file, BANK.renamed("x")))
                    .isInstanceOf(IOException.class);
            assertThat(DesignStore.load(file).design()).contains(BANK);
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void linkToAFileStaysALink() throws IOException {
        Path real = folder.resolve("real.yaml");
        Files.writeString(real, DesignWriter.write(BANK));
        Files.createSymbolicLink(file, real);
        DesignStore.save(file, BANK.renamed("x"));
        assertThat(file).isSymbolicLink();
        assertThat(DesignStore.load(real).design()).contains(BANK.renamed("x"));
    }

    @Test
    void journalGivesTheChangesBackUntilASave() throws IOException {
        DesignStore.save(file, BANK);
        Journal journal = Journal.of(file);
        assertThat(journal.recover()).isEmpty();
        journal.append(rename("one\ntwo"));
        journal.append(Changes.between("undo", BANK.renamed("one\ntwo"), placed(7)));
        Recovery recovery = Journal.of(file).recover().orElseThrow();
        assertThat(recovery.summary()).containsExactly("rename to one\ntwo", "undo");
        assertThat(recovery.damagedLines()).isZero();
        assertThat(recovery.fileChangedSince()).isFalse();
        assertThat(recovery.applyTo(BANK)).isEqualTo(placed(7));
        DesignStore.save(file, recovery.applyTo(BANK));
        assertThat(journal.recover()).isEmpty();
    }

    @Test
    void tornLastLineCostsOneChange() throws IOException {
        Journal journal = Journal.of(file);
        journal.append(rename("one"));
        journal.append(rename("two"));
        Path log = folder.resolve(".bank.portolan.yaml.journal");
        byte[] whole = Files.readAllBytes(log);
        int second = new String(whole, StandardCharsets.UTF_8).indexOf("\n", 20) + 1;
        for (int length = second + 1; length < whole.length - 1; length++) {
            Files.write(log, java.util.Arrays.copyOf(whole, length));
            Recovery recovery = journal.recover().orElseThrow();
            assertThat(recovery.changes()).containsExactly(rename("one"));
            assertThat(recovery.damagedLines()).isEqualTo(1);
        }
        journal.append(rename("three"));
        assertThat(journal.recover().orElseThrow().changes())
                .containsExactly(rename("one"), rename("three"));
    }

    @Test
    void flippedBitsAreNoticed() throws IOException {
        Journal journal = Journal.of(file);
        journal.append(rename("one"));
        Path log = folder.resolve(".bank.portolan.yaml.journal");
        Files.writeString(log, Files.readString(log).replace("one", "onf"));
        assertThat(journal.recover()).isEmpty();
    }

    @Test
    void journalOfAnotherVersionOfTheFileSaysSo() throws IOException {
        DesignStore.save(file, BANK);
        Journal.of(file).append(rename("one"));
        Files.writeString(file, DesignWriter.write(BANK.renamed("edited elsewhere")));
        assertThat(Journal.of(file).recover().orElseThrow().fileChangedSince()).isTrue();
    }
}
