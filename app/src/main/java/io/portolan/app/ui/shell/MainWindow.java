package io.portolan.app.ui.shell;

import io.portolan.app.picture.Point;
import io.portolan.app.service.AnalysisService;
import io.portolan.app.service.Workspace;
import io.portolan.app.ui.action.ActionRegistry;
import io.portolan.app.ui.action.CommandPaletteView;
import io.portolan.app.ui.action.Keys;
import io.portolan.app.ui.action.Menus;
import io.portolan.app.ui.canvas.DesignCanvas;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.FaultText;
import io.portolan.app.ui.editor.FxThread;
import io.portolan.app.ui.editor.Notice;
import io.portolan.app.ui.palette.DragGhost;
import io.portolan.app.ui.palette.Placement;
import io.portolan.app.ui.theme.Fonts;
import io.portolan.app.ui.theme.ThemeSwitch;
import io.portolan.model.design.Element;
import io.portolan.samples.Sample;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// The window: makes the parts, puts them in their places, and opens designs.
public final class MainWindow {
    static final double WIDTH = 1600;
    static final double HEIGHT = 900;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Executor window = new FxThread();
    private final AnalysisService analysis =
            new AnalysisService(window, () -> LocalDate.now(ZoneId.systemDefault()));
    private final EditorModel model = new EditorModel(analysis::request);
    private final Background background =
            new Background(
                    Executors.newCachedThreadPool(
                            Thread.ofPlatform().daemon().name("portolan-work-", 0).factory()),
                    window,
                    this::failed);
    private final Parts parts = Parts.of(model, background);
    private final ActionRegistry registry = new ActionRegistry();
    private final Overlay overlay = new Overlay();
    private final Notices notices = new Notices();
    private final RecentFiles recent;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final ThemeSwitch theme;
    private final FileActions files;
    private final CanvasPane canvasPane;
    private final Arranger arranger;

    public MainWindow(RecentFiles recent, Runnable quit) {
        this.recent = recent;
        Fonts.load();
        scene = new Scene(root, WIDTH, HEIGHT);
        theme = new ThemeSwitch(scene);
        Dialogs dialogs = new Dialogs(overlay);
        files =
                new FileActions(
                        model,
                        background,
                        new FileActions.Surroundings(dialogs, recent, scene::getWindow),
                        this::show);
        canvasPane = new CanvasPane(model, parts.palette(), parts.flowBar());
        arranger =
                new Arranger(
                        model, background, parts.shell().busy(), () -> canvasPane.canvas().fit());
        Placement placement = new CanvasPlacement(canvasPane.canvas(), parts.palette());
        Commands commands =
                new Commands(
                        registry,
                        parts,
                        new Commands.Means(
                                files,
                                dialogs,
                                arranger,
                                canvasPane.canvas(),
                                placement,
                                theme,
                                background,
                                this::commandPalette,
                                quit));
        commands.addAll();
        build(placement, commands);
    }

    private void build(Placement placement, Commands commands) {
        DragGhost ghost = new DragGhost();
        Toolbar toolbar = new Toolbar(registry, parts.views());
        toolbar.visibleProperty().bind(parts.shell().starting().not());
        toolbar.managedProperty().bind(toolbar.visibleProperty());
        canvasPane.watch(toolbar);
        canvasPane.paintIn(theme.theme());
        canvasPane.focusOn(parts.views().lens());
        canvasPane.follow(parts.trace().trace());
        Workbench workbench =
                new Workbench(
                        parts,
                        canvasPane,
                        new Workbench.Helpers(
                                placement,
                                ghost,
                                background,
                                window,
                                commands.checks()::suppress,
                                commands.checks()::show));
        StartPage start =
                new StartPage(
                        new StartPage.Ways(files::blank, files::open, files::open, files::open));
        parts.shell().starting().subscribe(_ -> start.showRecent(recent.all()));
        start.visibleProperty().bind(parts.shell().starting());
        workbench.visibleProperty().bind(parts.shell().starting().not());
        BorderPane frame = new BorderPane(new StackPane(workbench, start));
        frame.getStyleClass().add("frame");
        frame.setTop(new VBox(menuRow(), toolbar));
        frame.setBottom(
                new StatusBar(
                        model,
                        parts.shell(),
                        arranger::cancel,
                        () -> CLOCK.format(LocalTime.now(ZoneId.systemDefault()))));
        root.getChildren().addAll(frame, ghost, notices, overlay);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        model.onNotice(notices::show);
        Keys.listen(scene, registry, overlay::isOpen);
    }

    private HBox menuRow() {
        MenuBar bar = Menus.bar(registry);
        Label name = new Label();
        name.setId("designName");
        name.getStyleClass().add("design-name");
        model.history().subscribe(_ -> name.setText(title()));
        model.file().subscribe(_ -> name.setText(title()));
        model.dirty().subscribe(_ -> name.setText(title()));
        name.visibleProperty().bind(parts.shell().starting().not());
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(bar, name);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("menu-row");
        return row;
    }

    private String title() {
        String name =
                model.file()
                        .get()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .orElse(model.design().name());
        return name + (model.dirty().get() ? " *" : "");
    }

    private void commandPalette() {
        overlay.show(new CommandPaletteView(registry, overlay::hide), Pos.TOP_CENTER);
    }

    /// Shows an opened design: all of it, with places for what has none.
    private void show(Workspace workspace) {
        model.open(workspace);
        parts.shell().starting().set(false);
        root.applyCss();
        root.layout();
        canvasPane.canvas().fit();
        canvasPane.canvas().requestFocus();
        arranger.newOnes();
    }

    private void failed(RuntimeException fault) {
        parts.shell().busy().set("");
        parts.export().failed();
        model.tell(Notice.failed(FaultText.of(fault)));
    }

    /// Opens a file.
    public void open(Path file) {
        files.open(file);
    }

    /// Opens a sample.
    public void open(Sample sample) {
        files.open(sample);
    }

    /// Opens a design that has no file.
    public void open(Workspace workspace) {
        show(workspace);
    }

    public Scene scene() {
        return scene;
    }

    public Parts parts() {
        return parts;
    }

    public ActionRegistry commands() {
        return registry;
    }

    public ThemeSwitch theme() {
        return theme;
    }

    public DesignCanvas canvas() {
        return canvasPane.canvas();
    }

    /// Stops what runs in the background.
    public void close() {
        analysis.close();
    }

    /// Puts elements of the palette into the drawing.
    private record CanvasPlacement(
            DesignCanvas canvas, io.portolan.app.ui.palette.PaletteViewModel palette)
            implements Placement {
        @Override
        public void arm(Class<? extends Element> kind) {
            canvas.armPlacement(kind);
            palette.armed().set(Optional.of(kind));
        }

        @Override
        public void place(Class<? extends Element> kind) {
            canvas.armPlacement(kind);
            canvas.placeAt(
                    new Point(canvas.viewport().width() / 2, canvas.viewport().height() / 2));
            canvas.requestFocus();
        }
    }
}
