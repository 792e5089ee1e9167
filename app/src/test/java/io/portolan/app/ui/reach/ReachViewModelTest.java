package io.portolan.app.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Relation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ReachViewModelTest {
    private static final ElementId API = ElementId.parse("api");

    private final EditorModel model = Desk.bank();
    private final ReachViewModel reach = new ReachViewModel(model, Desk.background());

    @Test
    void nothingIsWorkedOutWhileNobodyLooks() {
        model.selection().set(Selection.of(API));
        assertThat(reach.rows()).isEmpty();
        reach.looking().set(true);
        assertThat(reach.rows()).isNotEmpty();
    }

    @Test
    void everyRowIsWhatTheRelationSays() {
        reach.looking().set(true);
        model.selection().set(Selection.of(API));
        Relation relation = model.analysis().get().orElseThrow().reachability().relation();
        assertThat(reach.rows())
                .allSatisfy(row -> {
                    boolean out = row.way() == ReachRow.Way.REACHES;
                    String from = out ? "api" : row.other().value();
                    String to = out ? row.other().value() : "api";
                    assertThat(row.allowed().isEmpty())
                            .isEqualTo(relation.allowed(from, to).isEmpty());
                    assertThat(row.open().isEmpty() && row.allowed().isEmpty()).isFalse();
                });
        assertThat(reach.rows()).extracting(ReachRow::way).contains(ReachRow.Way.REACHED_BY);
    }

    @Test
    void theFilterNarrowsAndARowSelectsTheOtherEnd() {
        reach.looking().set(true);
        model.selection().set(Selection.of(API));
        ReachRow some = reach.rows().getFirst();
        reach.filter().set(some.label());
        assertThat(reach.rows()).contains(some).allMatch(r -> r.contains(some.label()));
        reach.choose(some);
        assertThat(model.selection().get().element()).isEqualTo(Optional.of(some.other()));
    }

    @Test
    void aContainerSaysOfWhomInItAndOfHowMany() {
        reach.looking().set(true);
        model.selection().set(Selection.of(ElementId.parse("pay")));
        assertThat(reach.several().get()).isTrue();
        assertThat(reach.title().get()).startsWith("Somebody of the ");
        assertThat(reach.rows())
                .isNotEmpty()
                .allMatch(r -> r.inside().matches(".+ \\(\\d+ of \\d+\\)"));
        model.selection().set(Selection.of(API));
        assertThat(reach.several().get()).isFalse();
        assertThat(reach.rows()).allMatch(r -> r.inside().isEmpty());
    }

    @Test
    void lookingAtARowLeavesTheSelectionAlone() {
        reach.looking().set(true);
        model.selection().set(Selection.of(API));
        List<ReachRow> before = List.copyOf(reach.rows());
        reach.show(before.getFirst());
        assertThat(reach.rows()).isEqualTo(before);
        assertThat(model.selection().get().element()).contains(API);
    }

    @Test
    void theTitleSaysHowManyTheFilterShows() {
        reach.looking().set(true);
        model.selection().set(Selection.of(API));
        assertThat(reach.title().get()).doesNotContain("shown");
        reach.filter().set("zos1");
        assertThat(reach.title().get()).endsWith("; %d shown".formatted(reach.rows().size()));
    }
}
