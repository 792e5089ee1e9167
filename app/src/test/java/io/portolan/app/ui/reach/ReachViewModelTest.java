package io.portolan.app.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Relation;

import org.junit.jupiter.api.Test;

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
}
