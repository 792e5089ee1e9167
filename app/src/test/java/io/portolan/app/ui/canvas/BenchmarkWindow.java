package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Draw;
import io.portolan.app.picture.Estates;
import io.portolan.app.picture.Point;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Frames of a design of 20,000 elements in a window of 1600 by 900, software renderer: time from
/// pulse to pulse, processor time of both threads, and the calls of one frame. Prints, asserts
/// nothing. Arguments name the scenarios to run, one as often as it is named.
public final class BenchmarkWindow extends Application {
    private static final int NODES = 12_000;
    private static final int FLOWS = 8_000;

    private final DesignCanvas canvas = new DesignCanvas();
    private final Deque<Scenario> scenarios = new ArrayDeque<>();
    private Design design = Design.EMPTY;
    private FrameMeter meter = new FrameMeter();

    /// What each frame does to the view.
    private record Scenario(String name, Runnable begin, Runnable step) {}

    @Override
    public void start(Stage stage) {
        design = Estates.of(NODES, FLOWS);
        stage.setScene(new Scene(canvas, 1600, 900));
        stage.show();
        canvas.setDesign(design);
        canvas.fit();
        new FirstPicture(canvas, this::frames).start();
    }

    private void frames() {
        List<Scenario> all =
                List.of(
                        new Scenario("fit-all", canvas::fit, () -> nudge(3, 0)),
                        new Scenario("zoom 0.12", () -> middle(0.12), this::stroll),
                        new Scenario("zoom 0.3", () -> middle(0.3), this::stroll),
                        new Scenario("zoom 1", () -> middle(1), this::stroll),
                        new Scenario("pan by bitmap", () -> middle(0.3), this::sway),
                        new Scenario("pan by bitmap, zoom 1", () -> middle(1), this::sway),
                        new Scenario("zooming, sharp", () -> middle(1), this::zoom),
                        new Scenario("overlay only", () -> middle(1), this::reselect),
                        new Scenario("edit", () -> middle(1), this::edit));
        List<String> wanted = getParameters().getRaw();
        scenarios.addAll(wanted.isEmpty() ? all : List.of());
        wanted.forEach(w -> all.stream().filter(s -> s.name().equals(w)).forEach(scenarios::add));
        scenarios.element().begin().run();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse(this);
            }
        }.start();
    }

    private void stroll() {
        nudge(meter.frame() % 40 < 20 ? 6 : -6, 2);
    }

    /// Another view, painted anew: as if the bitmap did not reach there.
    private void nudge(double dx, double dy) {
        canvas.layers().staySharp();
        canvas.look(canvas.viewport().pannedBy(-dx, -dy));
    }

    private void middle(double zoom) {
        canvas.zoomTo(zoom);
        canvas.look(canvas.viewport().centredOn(canvas.displayList().bounds().centre()));
    }

    private void sway() {
        canvas.layers().useBitmap();
        boolean there = meter.frame() % 20 < 10;
        canvas.look(canvas.viewport().pannedBy(there ? 12 : -12, there ? 5 : -5));
    }

    private void zoom() {
        canvas.layers().staySharp();
        canvas.zoomTo(1 + 0.01 * (meter.frame() % 20));
    }

    private void reselect() {
        Point middle = canvas.viewport().seen().centre();
        canvas.viewModel()
                .elementAt(middle.plus(meter.frame() % 7, 0))
                .ifPresent(id -> canvas.select(List.of(id)));
    }

    /// One box moves by a little.
    private void edit() {
        SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>(design.layout().boxes());
        ElementId moved = Draw.id("w" + NODES / 2);
        boxes.computeIfPresent(
                moved, (_, b) -> new Box(b.x(), b.y() + meter.frame() % 3, b.width(), b.height()));
        canvas.setDesign(design.with(new Layout(boxes)));
    }

    private void pulse(AnimationTimer timer) {
        if (!meter.pulse()) {
            scenarios.element().step().run();
            return;
        }
        report();
        meter = new FrameMeter();
        scenarios.remove();
        if (scenarios.isEmpty()) {
            timer.stop();
            Platform.exit();
        } else {
            scenarios.element().begin().run();
        }
    }

    private void report() {
        Tally t = canvas.tally();
        System.out.printf(
                Locale.ROOT,
                "%-22s %s | %s: %d calls, %d containers, %d edges, %d nodes%n",
                scenarios.element().name(),
                meter.report(),
                canvas.lod(),
                t.calls(),
                t.containers(),
                t.edges(),
                t.nodes());
    }
}
