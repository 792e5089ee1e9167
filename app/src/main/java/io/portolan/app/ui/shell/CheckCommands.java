package io.portolan.app.ui.shell;

import io.portolan.app.ui.action.ActionRegistry;
import io.portolan.app.ui.action.Command;
import io.portolan.app.ui.action.Section;
import io.portolan.app.ui.findings.Repair;

import java.time.LocalDate;
import java.time.ZoneId;

/// The commands about what is wrong and what is done about it.
final class CheckCommands {
    private final ActionRegistry registry;
    private final Parts parts;
    private final Commands.Means means;

    CheckCommands(ActionRegistry registry, Parts parts, Commands.Means means) {
        this.registry = registry;
        this.parts = parts;
        this.means = means;
    }

    void addAll() {
        registry.add(
                editing("check.now", "Check now", Section.CHECK, this::check)
                        .withKey("F5")
                        .withIcon("check"));
        registry.add(
                editing("check.next", "Next problem", Section.CHECK, () -> step(1)).withKey("F8"));
        registry.add(
                editing("check.previous", "Previous problem", Section.CHECK, () -> step(-1))
                        .withKey("Shift+F8"));
        registry.add(
                Command.of("check.fix", "Show the repair\u2026", Section.CHECK, this::fix)
                        .when(parts.findings().hasFix())
                        .withKey("Shortcut+PERIOD")
                        .withIcon("lightbulb"));
        registry.add(
                Command.of("check.suppress", "Suppress\u2026", Section.REVIEW, this::suppress)
                        .when(parts.findings().isChosen()));
        registry.add(
                editing(
                        "review.history",
                        "History",
                        Section.REVIEW,
                        () -> parts.shell().open(ShellModel.Panel.HISTORY)));
    }

    private void check() {
        parts.model().check();
        parts.shell().open(ShellModel.Panel.PROBLEMS);
    }

    /// Shows what the repair of the chosen problem, or of the selected flow, would change.
    void fix() {
        parts.findings().repairable().ifPresent(this::show);
    }

    /// Shows what a repair would change.
    void show(Repair repair) {
        means.dialogs().fix(repair, parts.findings(), means.background());
    }

    private void step(int by) {
        parts.shell().open(ShellModel.Panel.PROBLEMS);
        if (by > 0) {
            parts.findings().next();
        } else {
            parts.findings().previous();
        }
    }

    void suppress() {
        means.dialogs().suppress(parts.findings(), LocalDate.now(ZoneId.systemDefault()));
    }

    private Command editing(String id, String title, Section section, Runnable action) {
        return Command.of(id, title, section, action).when(parts.shell().starting().not());
    }
}
