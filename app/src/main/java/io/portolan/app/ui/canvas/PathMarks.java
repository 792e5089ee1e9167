package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.FlowMark;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Route;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The traced flow on the drawing: a ring round the one who decided, the word for what it did, and
/// "not reached" on the rest of the way.
final class PathMarks extends Pane {
    private static final double RING = 2.4;
    private static final double ROUND = 20;
    private static final double APART = 5;

    /// On shorter pieces the words would cover what they are between.
    private static final double LEAST_ROOM = 100;

    private static final CornerRadii PILL = new CornerRadii(9);
    private static final Insets INSIDE = new Insets(2, 8, 2, 8);
    private static final String SMALL = "-fx-font-size: 10.5px";

    private final Rectangle ring = new Rectangle();
    private final List<Label> words = new ArrayList<>();

    PathMarks() {
        setMouseTransparent(true);
        ring.setFill(Color.TRANSPARENT);
        ring.setStrokeWidth(RING);
        ring.setArcWidth(ROUND);
        ring.setArcHeight(ROUND);
        getChildren().add(ring);
    }

    void arrange(CanvasViewModel model) {
        getChildren().removeAll(words);
        words.clear();
        ring.setVisible(false);
        model.traced()
                .map(model.design().flows()::get)
                .ifPresent(flow ->
                        model.verdictOf(flow.id())
                                .map(verdict -> FlowMark.of(model.design(), flow, verdict))
                                .ifPresent(mark -> mark(model, flow, mark)));
    }

    private void mark(CanvasViewModel model, Flow flow, FlowMark mark) {
        Optional<Stop> stop = stop(mark.kind(), flow.intent());
        mark.decider()
                .flatMap(model.displayList()::find)
                .map(item -> model.viewport().toScreen(item.bounds()).grownBy(APART))
                .ifPresent(area -> stop.ifPresent(s -> decided(model.palette(), area, s)));
        if (mark.kind() == FlowMark.Kind.DENIED || mark.kind() == FlowMark.Kind.NO_ROUTE) {
            model.displayList()
                    .find(new EdgeId.OfFlow(flow.id()))
                    .ifPresent(edge -> rest(model, edge, behind(model, mark, edge)));
        }
    }

    /// What is written where the flow ends, and in which colour.
    private record Stop(String word, Ink ink) {}

    /// That a flow ends is good where it must never be possible.
    private static Optional<Stop> stop(FlowMark.Kind kind, Intent wanted) {
        boolean good = wanted == Intent.NEVER && kind != FlowMark.Kind.PARTLY;
        Ink ink = good ? Ink.ALLOW : Ink.DENY;
        String rightly = good ? ", as it shall be" : "";
        return switch (kind) {
            case DENIED, PARTLY -> Optional.of(new Stop("denied here" + rightly, ink));
            case NO_ROUTE -> Optional.of(new Stop("ends here" + rightly, ink));
            case ALLOWED, UNDEFINED, UNCHECKED -> Optional.empty();
        };
    }

    private void decided(Palette palette, Area area, Stop stop) {
        Color colour = Colours.of(palette.of(stop.ink()));
        ring.setX(area.x());
        ring.setY(area.y());
        ring.setWidth(area.width());
        ring.setHeight(area.height());
        ring.setStroke(colour);
        ring.setVisible(true);
        Point below = new Point(area.centre().x(), area.bottom() + APART);
        write(stop.word(), below, colour, Colours.of(palette.onVerdict()));
    }

    /// The first leg that the flow never takes: the one after the station that decided; where none
    /// of the stations did, the last one.
    private static int behind(CanvasViewModel model, FlowMark mark, Item.Edge edge) {
        List<ElementId> stations = new ArrayList<>(List.of(edge.from()));
        mark.stations().stream()
                .filter(id -> model.displayList().find(id).isPresent())
                .forEach(stations::add);
        int at = mark.decider().map(stations::indexOf).orElse(-1);
        return at < 0 ? edge.legs().size() - 1 : at;
    }

    private void rest(CanvasViewModel model, Item.Edge edge, int first) {
        Palette palette = model.palette();
        for (Route leg : edge.legs().subList(Math.max(0, first), edge.legs().size())) {
            if (leg.length() * model.viewport().zoom() < LEAST_ROOM) {
                continue;
            }
            Point middle = model.viewport().toScreen(leg.at(leg.length() / 2));
            write(
                    "not reached",
                    new Point(middle.x(), middle.y() + APART),
                    Colours.of(palette.of(Ink.PANEL_SOFT)),
                    Colours.of(palette.of(Ink.MUTED)));
        }
    }

    /// Words in a pill whose upper edge has its middle at a point.
    private void write(String text, Point top, Color ground, Color ink) {
        Label label = new Label(text);
        label.setStyle(SMALL);
        label.setPadding(INSIDE);
        label.setTextFill(ink);
        label.setBackground(new Background(new BackgroundFill(ground, PILL, Insets.EMPTY)));
        words.add(label);
        getChildren().add(label);
        label.applyCss();
        label.autosize();
        label.relocate(top.x() - label.getWidth() / 2, top.y());
    }
}
