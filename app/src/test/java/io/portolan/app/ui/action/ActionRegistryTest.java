package io.portolan.app.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class ActionRegistryTest {
    private final List<String> done = new ArrayList<>();
    private final ActionRegistry registry = new ActionRegistry();

    @Test
    void idsAndKeysAreGivenOnce() {
        registry.add(command("edit.undo", "Undo").withKey("Shortcut+Z"));
        assertThatThrownBy(() -> registry.add(command("edit.undo", "Again")))
                .hasMessageContaining("edit.undo");
        assertThatThrownBy(() -> registry.add(command("edit.other", "Other").withKey("Shortcut+Z")))
                .hasMessageContaining("key");
    }

    @Test
    void searchNeedsEveryWordAndPutsBeginningsFirst() {
        registry.add(command("edit.a", "Show all flows"));
        registry.add(command("edit.b", "Flows of the selection"));
        registry.add(command("edit.c", "Undo"));
        assertThat(registry.search("flows"))
                .extracting(Command::id)
                .containsExactly("edit.b", "edit.a");
        assertThat(registry.search("show flows")).extracting(Command::id).containsExactly("edit.a");
        assertThat(registry.search("")).hasSize(3);
    }

    @Test
    void aCommandRunsOnlyWhileItMay() {
        SimpleBooleanProperty may = new SimpleBooleanProperty(false);
        Command command = command("edit.a", "A").when(may);
        command.run();
        assertThat(done).isEmpty();
        may.set(true);
        command.run();
        assertThat(done).containsExactly("edit.a");
    }

    private Command command(String id, String title) {
        return Command.of(id, title, Section.EDIT, () -> done.add(id));
    }
}
