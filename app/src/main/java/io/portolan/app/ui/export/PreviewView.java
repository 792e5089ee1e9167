package io.portolan.app.ui.export;

import io.portolan.exporters.spi.Artifact;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// One file as it would be written, coloured, with the lines of the selection marked.
final class PreviewView extends VBox {
    private static final List<String> MARKED = List.of("marked-line");

    private final TargetsViewModel model;
    private final CodeArea area = new CodeArea();
    private final ComboBox<Artifact> files = new ComboBox<>();
    private final Executor window;
    private List<Integer> marked = new ArrayList<>();
    private final BitSet coloured = new BitSet();
    private boolean showing;

    PreviewView(TargetsViewModel model, Executor window) {
        this.model = model;
        this.window = window;
        area.setId("preview");
        area.setEditable(false);
        area.getStyleClass().add("code");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.getVisibleParagraphs().addModificationObserver(_ -> colourSoon());
        area.setOnMouseClicked(_ -> model.chooseLine(area.getCurrentParagraph()));
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar(), scroll);
        model.artifact().subscribe(this::show);
        model.model().selection().subscribe(this::mark);
    }

    private HBox bar() {
        files.setId("previewFile");
        files.setMaxWidth(Double.MAX_VALUE);
        files.setConverter(new Paths());
        files.valueProperty().subscribe(this::chosen);
        HBox.setHgrow(files, Priority.ALWAYS);
        Label hint = new Label("Click a line to select what it comes from");
        hint.getStyleClass().add("muted-small");
        hint.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(10, files, hint);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    private void chosen(@Nullable Artifact file) {
        if (file != null && !showing) {
            model.artifact().set(Optional.of(file));
        }
    }

    private void show(Optional<Artifact> artifact) {
        showing = true;
        files.getItems().setAll(model.artifacts());
        files.setValue(artifact.orElse(null));
        showing = false;
        String text = artifact.map(Artifact::text).orElse("");
        if (!area.getText().equals(text)) {
            coloured.clear();
            area.replaceText(text);
            area.moveTo(0);
            window.execute(this::begin);
            marked = new ArrayList<>();
        }
        mark();
        colourSoon();
    }

    /// A new text is shown from its first line, unless something in it is marked.
    private void begin() {
        if (marked.isEmpty()) {
            area.showParagraphAtTop(0);
        }
    }

    private void mark() {
        marked.stream()
                .filter(line -> line < area.getParagraphs().size())
                .forEach(line -> area.setParagraphStyle(line, List.of()));
        marked = model.highlighted();
        marked.forEach(line -> area.setParagraphStyle(line, MARKED));
        if (!marked.isEmpty()) {
            area.showParagraphAtTop(Math.max(0, marked.getFirst() - 2));
        }
    }

    /// After the layout: only then is it known which lines are seen.
    private void colourSoon() {
        window.execute(this::colour);
    }

    private void colour() {
        if (area.getVisibleParagraphs().isEmpty() || area.getLength() == 0) {
            return;
        }
        int first = area.firstVisibleParToAllParIndex();
        int last = Math.min(area.lastVisibleParToAllParIndex(), area.getParagraphs().size() - 1);
        for (int i = first; i <= last; i++) {
            colour(i);
        }
    }

    /// Once for each line: setting a style is a change of what is visible, too.
    private void colour(int line) {
        String text = area.getParagraph(line).getText();
        if (!text.isEmpty() && !coloured.get(line)) {
            coloured.set(line);
            area.setStyleSpans(line, 0, Highlighter.spans(text));
        }
    }

    /// Shows files by their paths.
    private static final class Paths extends StringConverter<Artifact> {
        @Override
        public String toString(Artifact artifact) {
            return artifact == null ? "" : artifact.path();
        }

        @Override
        public Artifact fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}
