package io.portolan.app.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.rule.Finding;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

final class FindingsViewModelTest {
    private final EditorModel model = Desk.bank();
    private final FindingsViewModel findings = new FindingsViewModel(model);

    @Test
    void everyFindingIsInAGroupThatCountsIt() {
        List<Finding> open = Problems.open(model.analysis().get());
        assertThat(open).isNotEmpty();
        int counted =
                findings.rows().stream()
                        .filter(FindingRow.Group.class::isInstance)
                        .mapToInt(r -> ((FindingRow.Group) r).count())
                        .sum();
        assertThat(counted).isEqualTo(open.size());
        assertThat(findings.rows().getFirst()).isInstanceOf(FindingRow.Group.class);
    }

    @Test
    void nextGoesThroughAllAndBeginsAgain() {
        int all = Problems.open(model.analysis().get()).size();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < all; i++) {
            findings.next();
            seen.add(findings.chosen().get().orElseThrow().fingerprint());
        }
        assertThat(seen).hasSize(all);
        findings.next();
        assertThat(findings.chosen().get().orElseThrow().fingerprint())
                .isEqualTo(seen.iterator().next());
        findings.previous();
        assertThat(findings.chosen().get().orElseThrow().fingerprint())
                .isEqualTo(List.copyOf(seen).getLast());
    }

    @Test
    void choosingSelectsWhatItIsAbout() {
        findings.next();
        assertThat(model.selection().get()).isNotEqualTo(Selection.none());
    }

    @Test
    void aRepairIsOneChangeAndSaysBeforehandWhatItDoes() {
        Finding repairable =
                Problems.open(model.analysis().get()).stream()
                        .filter(f -> f.fix().isPresent())
                        .findFirst()
                        .orElseThrow();
        findings.choose(repairable);
        assertThat(findings.hasFix().get()).isTrue();
        assertThat(findings.preview(repairable.fix().orElseThrow())).isNotEmpty();
        findings.applyFix();
        assertThat(model.history().get().past()).hasSize(1);
    }

    @Test
    void aSuppressedFindingLeavesTheListAndUndoBringsItBack() {
        findings.next();
        String fingerprint = findings.chosen().get().orElseThrow().fingerprint();
        findings.suppress("agreed with the owner", Desk.TODAY.plusDays(10));
        assertThat(Problems.open(model.analysis().get()))
                .noneMatch(f -> f.fingerprint().equals(fingerprint));
        model.undo();
        assertThat(Problems.open(model.analysis().get()))
                .anyMatch(f -> f.fingerprint().equals(fingerprint));
    }

    @Test
    void suppressingNeedsAReason() {
        findings.next();
        assertThatThrownBy(() -> findings.suppress(" ", Desk.TODAY.plusDays(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
    }
}
