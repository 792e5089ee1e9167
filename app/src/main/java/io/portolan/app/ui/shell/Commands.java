package io.portolan.app.ui.shell;

import io.portolan.app.Version;
import io.portolan.app.ui.action.ActionRegistry;
import io.portolan.app.ui.action.Command;
import io.portolan.app.ui.action.Section;
import io.portolan.app.ui.canvas.CanvasTool;
import io.portolan.app.ui.canvas.DesignCanvas;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.palette.Placement;
import io.portolan.app.ui.theme.ThemeSwitch;
import io.portolan.model.change.Change;
import io.portolan.model.design.Kinds;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Gives the window its commands.
final class Commands {
    private final ActionRegistry registry;
    private final Parts parts;
    private final Means means;
    private final EditorModel model;
    private final CheckCommands checks;

    /// What the commands need of the window.
    record Means(
            FileActions files,
            Dialogs dialogs,
            Arranger arranger,
            DesignCanvas canvas,
            Placement placement,
            ThemeSwitch theme,
            Background background,
            Runnable commandPalette,
            Runnable quit) {}

    Commands(ActionRegistry registry, Parts parts, Means means) {
        this.registry = registry;
        this.parts = parts;
        this.means = means;
        model = parts.model();
        checks = new CheckCommands(registry, parts, means);
    }

    CheckCommands checks() {
        return checks;
    }

    void addAll() {
        file();
        edit();
        view();
        insert();
        flow();
        checks.addAll();
        export();
        help();
    }

    private void file() {
        FileActions files = means.files();
        add(Command.of("file.new", "New\u2026", Section.FILE, files::blank), "Shortcut+N", "file");
        add(
                Command.of("file.open", "Open\u2026", Section.FILE, files::open),
                "Shortcut+O",
                "folder");
        add(editing("file.save", "Save", Section.FILE, files::save), "Shortcut+S", "save");
        registry.add(
                editing("file.saveAs", "Save as\u2026", Section.FILE, files::saveAs)
                        .withKey("Shortcut+Shift+S"));
        registry.add(
                Command.of(
                                "file.start",
                                "Start page",
                                Section.FILE,
                                () -> parts.shell().starting().set(true))
                        .withIcon("home"));
        registry.add(
                Command.of("file.quit", "Quit", Section.FILE, means.quit()).withKey("Shortcut+Q"));
    }

    private void edit() {
        add(
                Command.of("edit.undo", "Undo", Section.EDIT, model::undo).when(model.canUndo()),
                "Shortcut+Z",
                "undo");
        add(
                Command.of("edit.redo", "Redo", Section.EDIT, model::redo).when(model.canRedo()),
                "Shortcut+Y",
                "redo");
        registry.add(
                Command.of("edit.delete", "Delete", Section.EDIT, this::delete)
                        .when(selected())
                        .withKey("Delete")
                        .withIcon("delete"));
        add(tool("edit.selectTool", "Select", Section.EDIT, CanvasTool.SELECT), "V", "select");
    }

    private Command tool(String id, String title, Section section, CanvasTool tool) {
        return editing(id, title, section, () -> means.canvas().setTool(tool));
    }

    private void delete() {
        switch (model.selection().get()) {
            case Selection.Nothing _ -> {}
            case Selection.Elements(var ids) -> {
                String what = ids.stream().map(model::labelOf).collect(Collectors.joining(", "));
                model.apply(new Change.Remove("delete " + what, ids));
            }
            case Selection.OfFlow(var id) ->
                    model.apply(new Change.RemoveFlow("delete flow " + id, id));
            case Selection.OfLink(var id) ->
                    model.apply(new Change.RemoveLink("delete link " + id, id));
        }
        model.selection().set(Selection.none());
    }

    private void view() {
        for (ShellModel.Dock dock : ShellModel.Dock.values()) {
            String name = dock.name().toLowerCase(java.util.Locale.ROOT);
            registry.add(
                    editing(
                                    "view." + name,
                                    "Show or hide: " + dock.title(),
                                    Section.VIEW,
                                    () -> parts.shell().toggle(dock))
                            .withKey("Shortcut+" + dock.number()));
        }
        add(editing("view.fit", "Fit all", Section.VIEW, means.canvas()::fit), "Shortcut+0", "fit");
        add(tool("view.hand", "Hand", Section.VIEW, CanvasTool.PAN), "H", "hand");
        registry.add(
                Command.of(
                                "view.theme",
                                "Light or dark",
                                Section.VIEW,
                                () -> means.theme().choose(means.theme().theme().get().other()))
                        .withIcon("contrast"));
        registry.add(
                editing("arrange.all", "Arrange all", Section.ARRANGE, means.arranger()::everything)
                        .withKey("Shortcut+Shift+L")
                        .withIcon("layout"));
        registry.add(
                editing(
                        "arrange.new",
                        "Place new elements only",
                        Section.ARRANGE,
                        means.arranger()::newOnes));
    }

    private void insert() {
        Kinds.all()
                .forEach(kind ->
                        registry.add(
                                editing(
                                                "insert." + Kinds.nameOf(kind),
                                                "Insert " + Kinds.titleOf(kind),
                                                Section.INSERT,
                                                () -> means.placement().place(kind))
                                        .withIcon(Kinds.nameOf(kind))));
        registry.add(
                tool("insert.linkTool", "Draw links (cables)", Section.INSERT, CanvasTool.LINK)
                        .withKey("K")
                        .withIcon("link"));
    }

    private void flow() {
        add(
                Command.of(
                                "flow.connect",
                                "Flow from the selection\u2026",
                                Section.FLOW,
                                this::connect)
                        .when(elementSelected()),
                "L",
                "flow");
        registry.add(
                tool("flow.connectTool", "Draw flows", Section.FLOW, CanvasTool.CONNECT)
                        .withIcon("flow"));
        add(
                editing(
                        "flow.explain",
                        "Explain the selected flow",
                        Section.FLOW,
                        () -> parts.shell().open(ShellModel.Panel.TRACE)),
                "Shortcut+T",
                "trace");
        registry.add(
                editing(
                                "flow.reach",
                                "Who reaches it, what it reaches",
                                Section.FLOW,
                                () -> parts.shell().open(ShellModel.Panel.REACH))
                        .withKey("Shortcut+R"));
        registry.add(
                editing(
                        "flow.list",
                        "All flows",
                        Section.FLOW,
                        () -> parts.shell().open(ShellModel.Panel.FLOWS)));
    }

    private void connect() {
        model.selection().get().element().ifPresent(parts.flowBar()::begin);
    }

    private void export() {
        add(
                editing("export.all", "Export all\u2026", Section.EXPORT, this::exportAll),
                "Shortcut+E",
                "export");
        registry.add(
                editing(
                        "export.preview",
                        "Targets and preview",
                        Section.EXPORT,
                        () -> parts.shell().open(ShellModel.Panel.TARGETS)));
    }

    private void exportAll() {
        parts.shell().open(ShellModel.Panel.TARGETS);
        means.dialogs().export(parts.export());
    }

    private void help() {
        registry.add(
                Command.of(
                                "tools.commands",
                                "Run a command\u2026",
                                Section.TOOLS,
                                means.commandPalette())
                        .withKey("Shortcut+Shift+P"));
        registry.add(Command.of("help.keys", "Keys", Section.HELP, this::keys).withIcon("info"));
        registry.add(
                Command.of(
                        "help.about",
                        "About Portolan",
                        Section.HELP,
                        () -> means.dialogs().say("Portolan " + Version.text(), ABOUT)));
    }

    private static final String ABOUT =
            "Draws who shall talk to whom, proves hop by hop who can, and writes what makes it so."
                    + " Everything stays on this machine.";

    private void keys() {
        String[] lines =
                registry.all().stream()
                        .filter(c -> c.key().isPresent())
                        .map(c -> c.key().get().replace("Shortcut", "Ctrl") + "   " + c.title())
                        .toArray(String[]::new);
        means.dialogs().say("Keys", String.join("\n", Arrays.asList(lines)));
    }

    private void add(Command command, String key, String icon) {
        registry.add(command.withKey(key).withIcon(icon));
    }

    /// A command that needs an open design.
    private Command editing(String id, String title, Section section, Runnable action) {
        return Command.of(id, title, section, action).when(parts.shell().starting().not());
    }

    private BooleanBinding selected() {
        return Bindings.createBooleanBinding(
                () -> model.selection().get().count() > 0, model.selection());
    }

    private BooleanBinding elementSelected() {
        return Bindings.createBooleanBinding(
                () -> model.selection().get().element().isPresent(), model.selection());
    }
}
