package io.portolan.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.change.Change;
import io.portolan.model.design.About;
import io.portolan.model.design.Client;
import io.portolan.model.design.ElementId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class WorkspaceTest {
    @TempDir Path folder = Path.of("");

    private static Change add(String id) {
        return new Change.Put(
                "add client " + id,
                new Client(ElementId.parse(id), id, Optional.empty(), About.NOTHING, List.of()));
    }

    @Test
    void savingMakesItCleanAndReopeningGivesTheSame() {
        Path file = folder.resolve("d.portolan.yaml");
        Workspace workspace = Workspace.blank("d");
        workspace.apply(add("web"));
        assertThat(workspace.dirty()).isTrue();
        workspace.saveAs(file);
        assertThat(workspace.dirty()).isFalse();
        assertThat(Workspace.open(file).design()).isEqualTo(workspace.design());
    }

    @Test
    void whatWasNotSavedCanBeRecovered() {
        Path file = folder.resolve("d.portolan.yaml");
        Workspace before = Workspace.blank("d");
        before.saveAs(file);
        before.apply(add("a"));
        before.apply(add("b"));
        before.undo();
        Workspace after = Workspace.open(file);
        assertThat(after.design().elements()).isEmpty();
        assertThat(after.recovery()).isPresent();
        after.recover();
        assertThat(after.design()).isEqualTo(before.design());
        assertThat(after.recovery()).isEmpty();
        assertThat(Workspace.open(file).recovery()).as("noted again").isPresent();
    }

    @Test
    void givenUpRecoveriesAreGone() {
        Path file = folder.resolve("d.portolan.yaml");
        Workspace before = Workspace.blank("d");
        before.saveAs(file);
        before.apply(add("a"));
        Workspace.open(file).giveUpRecovery();
        assertThat(Workspace.open(file).recovery()).isEmpty();
    }

    @Test
    void listenersHearEveryStepUntilTheyStop() {
        List<Integer> sizes = new ArrayList<>();
        Workspace workspace = Workspace.blank("d");
        Runnable stop = workspace.onChange(h -> sizes.add(h.present().elements().size()));
        workspace.apply(add("a"));
        workspace.undo();
        workspace.redo();
        stop.run();
        workspace.apply(add("b"));
        assertThat(sizes).containsExactly(1, 0, 1);
    }

    @Test
    void aDesignWithoutAFileAsksForOne() {
        assertThatThrownBy(() -> Workspace.blank("d").save())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no file yet");
    }

    @Test
    void commentsOfTheFileSurviveASave() throws IOException {
        Path file = folder.resolve("d.portolan.yaml");
        Files.writeString(file, "portolan: 1\n# the owner is Ada\nname: d\n");
        Workspace workspace = Workspace.open(file);
        workspace.apply(add("web"));
        workspace.save();
        assertThat(file).content().contains("# the owner is Ada", "web:");
    }
}
