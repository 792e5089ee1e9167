package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.Kinds;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The list of elements that a flow may lead to, beside the element where it begins: letters
/// filter, arrows choose, Enter takes, Escape ends.
final class TargetPicker extends VBox {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 240;
    private static final double ROW = 26;
    private static final double APART = 8;

    private final TextField letters = new TextField();
    private final ListView<Element> list = new ListView<>();
    private List<Element> all = List.of();
    private Consumer<Optional<ElementId>> onDone = _ -> {};
    private boolean opening;

    TargetPicker() {
        setId("canvasTargets");
        setManaged(false);
        setVisible(false);
        letters.setId("canvasTargetLetters");
        letters.setPromptText("Flow to…");
        letters.setAccessibleText("Flow to: letters filter, arrows choose, Enter takes");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new TargetCell());
        list.setOnMouseClicked(_ -> take());
        letters.textProperty().subscribe(this::filter);
        letters.focusedProperty().subscribe(now -> setVisible(isVisible() && now));
        letters.addEventFilter(KeyEvent.KEY_TYPED, this::skipOpeningLetter);
        letters.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        getChildren().addAll(letters, list);
    }

    /// What a flow may lead to from an element; nothing from an element that cannot send.
    static List<Element> targets(Design design, ElementId from) {
        if (design.find(from).filter(TargetPicker::isEnd).isEmpty()) {
            return List.of();
        }
        return design.elements().values().stream()
                .filter(TargetPicker::isEnd)
                .filter(e -> !e.id().equals(from))
                .sorted(
                        Comparator.comparing((Element e) -> e.label().toLowerCase(Locale.ROOT))
                                .thenComparing(Element::id))
                .toList();
    }

    private static boolean isEnd(Element element) {
        return element instanceof Endpoint || element instanceof Enforcer;
    }

    /// Opens on the press of a letter key, beside a box on the screen and within the canvas.
    void open(List<Element> targets, Area beside, Area canvas, Consumer<Optional<ElementId>> done) {
        all = targets;
        onDone = done;
        opening = true;
        double x = beside.right() + APART;
        boolean fits = x + WIDTH <= canvas.right();
        double left = Math.max(0, fits ? x : beside.x() - APART - WIDTH);
        double top = Math.clamp(beside.y(), 0, Math.max(0, canvas.bottom() - HEIGHT));
        resizeRelocate(left, top, WIDTH, HEIGHT);
        setVisible(true);
        letters.clear();
        filter("");
        letters.requestFocus();
    }

    /// The key that opened the list also types its letter: that one is not part of a name.
    private void skipOpeningLetter(KeyEvent e) {
        if (opening) {
            e.consume();
        }
        opening = false;
    }

    private void press(KeyEvent e) {
        opening = false;
        switch (e.getCode()) {
            case ESCAPE -> end();
            case ENTER -> take();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int step) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + step, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    /// Names that begin with the letters come first.
    private void filter(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(e -> words(e).contains(text))
                                .sorted(Comparator.comparing(e -> !words(e).startsWith(text)))
                                .toList());
        list.getSelectionModel().selectFirst();
    }

    private static String words(Element element) {
        return (element.label() + " " + Kinds.titleOf(element.getClass()) + " " + element.id())
                .toLowerCase(Locale.ROOT);
    }

    private void take() {
        Optional<Element> chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        chosen.ifPresent(element -> {
            close();
            onDone.accept(Optional.of(element.id()));
        });
    }

    private void end() {
        close();
        onDone.accept(Optional.empty());
    }

    private void close() {
        setVisible(false);
        getParent().requestFocus();
    }

    /// Name and kind of an element.
    private static final class TargetCell extends ListCell<Element> {
        @Override
        protected void updateItem(Element element, boolean empty) {
            super.updateItem(element, empty);
            setText(empty ? "" : element.label() + " · " + Kinds.titleOf(element.getClass()));
        }
    }
}
