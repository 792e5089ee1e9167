package io.portolan.app.ui.findings;

import io.portolan.app.service.RepairPreview;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Governance;
import io.portolan.model.design.Intent;
import io.portolan.model.design.Suppression;
import io.portolan.model.rule.Category;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Severity;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The findings of the last check, grouped, and what can be done about the chosen one.
public final class FindingsViewModel {
    private final EditorModel model;
    private final ReadOnlyListWrapper<FindingRow> rows =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final ObjectProperty<Optional<Finding>> chosen =
            new SimpleObjectProperty<>(Optional.empty());

    public FindingsViewModel(EditorModel model) {
        this.model = model;
        model.analysis().subscribe(this::update);
        update();
    }

    private void update() {
        List<FindingRow> next = grouped(Problems.open(model.analysis().get()));
        if (!next.equals(rows.get())) {
            rows.setAll(next);
        }
        String before = chosen.get().map(Finding::fingerprint).orElse("");
        chosen.set(findings().stream().filter(f -> f.fingerprint().equals(before)).findFirst());
    }

    /// Groups by category, the worst finding's category first, the worst finding first in it.
    static List<FindingRow> grouped(List<Finding> findings) {
        Map<Category, List<Finding>> groups = new TreeMap<>();
        findings.forEach(
                f -> groups.computeIfAbsent(f.rule().category(), _ -> new ArrayList<>()).add(f));
        List<FindingRow> rows = new ArrayList<>();
        groups.values().stream()
                .map(group ->
                        group.stream().sorted(Comparator.comparing(Finding::severity)).toList())
                .sorted(Comparator.comparing(group -> group.getFirst().severity()))
                .forEach(group -> {
                    rows.add(
                            new FindingRow.Group(group.getFirst().rule().category(), group.size()));
                    group.forEach(f -> rows.add(new FindingRow.Item(f)));
                });
        return rows;
    }

    public ReadOnlyListProperty<FindingRow> rows() {
        return rows.getReadOnlyProperty();
    }

    /// The finding whose details are shown.
    public ObjectProperty<Optional<Finding>> chosen() {
        return chosen;
    }

    public BooleanBinding hasFix() {
        return Bindings.createBooleanBinding(
                () -> repairable().isPresent(), chosen, model.selection(), model.analysis());
    }

    /// What can be repaired here: the chosen finding, else one about the selected flow.
    public Optional<Repair> repairable() {
        return chosen.get()
                .flatMap(Repair::of)
                .or(() -> model.selection().get().flow().flatMap(this::repairOf));
    }

    private Optional<Repair> repairOf(String flow) {
        return Problems.open(model.analysis().get()).stream()
                .filter(f -> f.flow().equals(Optional.of(flow)))
                .flatMap(f -> Repair.of(f).stream())
                .findFirst();
    }

    public BooleanBinding isChosen() {
        return Bindings.createBooleanBinding(() -> chosen.get().isPresent(), chosen);
    }

    private List<Finding> findings() {
        return rows.stream()
                .filter(FindingRow.Item.class::isInstance)
                .map(row -> ((FindingRow.Item) row).finding())
                .toList();
    }

    public long count(Severity severity) {
        return Problems.count(model.analysis().get(), severity);
    }

    /// Chooses a finding and shows what it is about.
    public void choose(Finding finding) {
        chosen.set(Optional.of(finding));
        finding.flow()
                .filter(model.design().flows()::containsKey)
                .ifPresentOrElse(
                        id -> model.selection().set(new Selection.OfFlow(id)),
                        () -> revealSubject(finding));
    }

    private void revealSubject(Finding finding) {
        finding.about().stream()
                .filter(model.design().elements()::containsKey)
                .findFirst()
                .ifPresent(model::reveal);
    }

    /// Chooses the finding after the chosen one; after the last comes the first.
    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        List<Finding> all = findings();
        if (!all.isEmpty()) {
            int at = chosen.get().map(all::indexOf).orElse(-1);
            int from = at < 0 && by < 0 ? 0 : at;
            choose(all.get(Math.floorMod(from + by, all.size())));
        }
    }

    /// Repairs the chosen finding, as one change.
    public void applyFix() {
        chosen.get().flatMap(Repair::of).ifPresent(this::apply);
    }

    /// Repairs something, as one change.
    public void apply(Repair repair) {
        model.apply(repair.change());
    }

    /// What a repair would do to the files of the targets and to the flow, for working out in the
    /// background.
    public Supplier<RepairPreview> foretold(Repair repair) {
        Design design = model.design();
        return () -> RepairPreview.of(design, repair.change(), repair.flow());
    }

    /// What the repair would do, in lines.
    public List<String> preview(Change repair) {
        return ChangeText.lines(model.design(), repair);
    }

    /// What the flow of a repair is wanted to be.
    public Intent wanted(Repair repair) {
        return repair.flow()
                .map(model.design().flows()::get)
                .map(Flow::intent)
                .orElse(Intent.ALLOW);
    }

    /// Accepts the chosen finding until a day.
    ///
    /// @throws IllegalArgumentException if there is no reason
    public void suppress(String reason, LocalDate until) {
        chosen.get().ifPresent(finding -> suppress(finding, reason, until));
    }

    private void suppress(Finding finding, String reason, LocalDate until) {
        Suppression suppression =
                new Suppression(
                        finding.fingerprint(),
                        finding.rule().id(),
                        reason,
                        Optional.empty(),
                        until);
        Governance now = model.design().governance();
        List<Suppression> all = new ArrayList<>(now.suppressions());
        all.add(suppression);
        model.apply(
                new Change.Govern(
                        "suppress " + finding.rule().id(),
                        new Governance(now.crossings(), now.severities(), all)));
    }

    EditorModel model() {
        return model;
    }
}
