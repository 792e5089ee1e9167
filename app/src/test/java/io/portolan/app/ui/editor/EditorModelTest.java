package io.portolan.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.service.FlowVerdicts;
import io.portolan.app.service.Workspace;
import io.portolan.model.change.Change;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

final class EditorModelTest {
    @Test
    void undoAndRedoGoThroughAllOfADesign() {
        EditorModel model = Desk.bank();
        Design before = model.design();
        model.apply(new Change.RenameDesign("rename", "other"));
        model.undo();
        assertThat(model.design()).isEqualTo(before);
        model.redo();
        assertThat(model.design().name()).isEqualTo("other");
    }

    @Test
    void anEditMakesTheDesignDirtyAndIsChecked() {
        EditorModel model = Desk.bank();
        assertThat(model.dirty().get()).isFalse();
        model.apply(new Change.RenameDesign("rename", "other"));
        assertThat(model.dirty().get()).isTrue();
        assertThat(model.analysis().get().orElseThrow().design().name()).isEqualTo("other");
    }

    @Test
    void movingABoxAsksForNoNewCheck() {
        List<Design> asked = new ArrayList<>();
        EditorModel model =
                new EditorModel((design, _, everything) -> {
                    asked.add(design);
                    everything.accept(io.portolan.app.service.Analysis.of(design, Desk.TODAY));
                });
        model.open(Workspace.of(Desk.bank().design()));
        int before = asked.size();
        SequencedMap<ElementId, Box> to = new LinkedHashMap<>();
        to.put(model.design().elements().firstEntry().getKey(), new Box(5, 6, 70, 80));
        model.apply(new Change.Move("move", to));
        assertThat(asked).hasSize(before);
        model.apply(new Change.RenameDesign("rename", "other"));
        assertThat(asked).hasSize(before + 1);
    }

    @Test
    void flowsThatNothingIsSaidOfYetKeepTheirVerdictUntilAnotherDesignIsOpened() {
        Design bank = Desk.bank().design();
        FlowVerdicts all = FlowVerdicts.of(bank);
        String first = bank.flows().firstEntry().getKey();
        FlowVerdicts one =
                new FlowVerdicts(
                        all.compiled(),
                        all.reachability(),
                        new LinkedHashMap<>(Map.of(first, all.verdicts().get(first))),
                        all.took());
        List<FlowVerdicts> answers = new ArrayList<>(List.of(all, all, one, one));
        EditorModel model =
                new EditorModel((_, verdicts, _) -> verdicts.accept(answers.removeFirst()));
        model.open(Workspace.of(bank));
        model.apply(new Change.RenameDesign("rename", "other"));
        assertThat(model.verdicts().get()).isEqualTo(all.verdicts());
        model.open(Workspace.of(bank));
        assertThat(model.verdicts().get()).containsOnlyKeys(first);
    }

    @Test
    void openingAnotherDesignForgetsTheSelection() {
        EditorModel model = Desk.bank();
        model.reveal(model.design().elements().firstEntry().getKey());
        model.open(Workspace.blank("new"));
        assertThat(model.selection().get()).isEqualTo(Selection.none());
        assertThat(model.design().elements()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndNothingEnds(@TempDir Path folder) {
        EditorModel model = Desk.bank();
        List<Notice> told = new ArrayList<>();
        model.onNotice(told::add);
        model.saveAs(folder.resolve("missing\u0000name.portolan.yaml".replace("\u0000", "/a/")));
        model.saveAs(folder);
        assertThat(told).isNotEmpty().allMatch(n -> n.tone() == Notice.Tone.FAILED);
        assertThat(told).noneMatch(n -> n.text().contains("\tat "));
    }

    @Test
    void aSavedDesignOpensEqual(@TempDir Path folder) {
        EditorModel model = Desk.bank();
        Path file = folder.resolve("bank.portolan.yaml");
        model.saveAs(file);
        assertThat(model.dirty().get()).isFalse();
        assertThat(Workspace.open(file).design()).isEqualTo(model.design());
    }

    @Test
    void revealSelectsAndTellsWhoeverDraws() {
        EditorModel model = Desk.bank();
        List<ElementId> shown = new ArrayList<>();
        model.onReveal(shown::add);
        ElementId id = model.design().elements().lastEntry().getKey();
        model.reveal(id);
        assertThat(shown).containsExactly(id);
        assertThat(model.selection().get().element()).contains(id);
    }

    @Test
    void problemsAreCountedAtTheirFirstElement() {
        EditorModel model = Desk.bank();
        long counted =
                Problems.perElement(model.analysis().get()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        assertThat(counted).isPositive();
    }
}
