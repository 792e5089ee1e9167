package io.portolan.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.reach.ReachRow;
import io.portolan.model.design.ElementId;
import io.portolan.samples.SampleCatalogue;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Path;

/// Who reaches a namespace, found by the keyboard alone.
@ExtendWith(ApplicationExtension.class)
final class ReachTabTest {
    @TempDir static Path temp;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = TestWindow.show(stage, temp);
    }

    @AfterEach
    void close() {
        window.run(window.window()::close);
    }

    @Test
    void aRowIsFoundByTypingAndEnterGoesThere(FxRobot robot) throws IOException {
        ElementId pay = look("hybrid-bank", "pay");
        window.shoot("reach-hybrid-bank");
        robot.clickOn("#reachFilter").write("asa", 0).write("x", 0);
        robot.type(KeyCode.ESCAPE);
        assertThat(window.window().parts().reach().filter().get()).isEmpty();
        robot.write("hsm", 0).type(KeyCode.DOWN);
        TableView<ReachRow> table = robot.lookup("#reachTable").queryTableView();
        ReachRow row = table.getSelectionModel().getSelectedItem();
        assertThat(row.label()).isEqualTo("hsm");
        assertThat(window.model().selection().get().element()).contains(pay);
        robot.type(KeyCode.ENTER);
        assertThat(window.model().selection().get().element()).contains(row.other());
    }

    @Test
    void theBoutiqueIsShown() throws IOException {
        look("boutique", "storefront");
        window.shoot("reach-boutique");
    }

    private ElementId look(String sample, String label) {
        window.run(() -> window.window().open(SampleCatalogue.find(sample).orElseThrow()));
        window.await("the sample is open", () -> !window.model().design().elements().isEmpty());
        window.awaitCheck();
        ElementId id =
                window.model().design().elements().values().stream()
                        .filter(e -> e.label().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .id();
        window.run(() -> window.window().parts().shell().open(ShellModel.Panel.REACH));
        window.run(() -> window.model().selection().set(Selection.of(id)));
        window.await(
                "its peers are listed", () -> !window.window().parts().reach().rows().isEmpty());
        return id;
    }
}
