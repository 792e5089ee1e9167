package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.service.FlowVerdicts;
import io.portolan.app.ui.shell.SampleDesigns;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.Layout;
import io.portolan.model.design.WorkloadKind;
import io.portolan.samples.SampleCatalogue;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

class DraughtsmanTest {
    private final Draughtsman draughtsman = new Draughtsman();

    @Test
    void theFirstDrawingMakesEverything() {
        draw(fourInARow());
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(5, 2, 2));
    }

    @Test
    void theSameDesignAgainMakesNothing() {
        DisplayList first = draw(fourInARow());
        assertThat(draw(fourInARow())).isEqualTo(first);
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(0, 0, 0));
    }

    @Test
    void aMovedNodeIsMadeAnewWithItsLinesOnly() {
        DisplayList before = draw(fourInARow());
        DisplayList after = draw(moved(fourInARow(), "b", new Box(240, 300, 160, 50)));
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(1, 1, 1));
        assertThat(after.find(flow("cd")).orElseThrow())
                .isSameAs(before.find(flow("cd")).orElseThrow());
        assertThat(after.find(Draw.id("a")).orElseThrow())
                .isSameAs(before.find(Draw.id("a")).orElseThrow());
    }

    @Test
    void aNodePutOnALineSendsTheLineRoundIt() {
        draw(fourInARow());
        DisplayList after = draw(moved(fourInARow(), "a", new Box(640, 100, 160, 50)));
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(1, 2, 2));
        Area a = after.find(Draw.id("a")).orElseThrow().bounds();
        assertThat(after.find(flow("cd")).orElseThrow().legs())
                .flatMap(Route::segments)
                .noneMatch(s -> s.bounds().grownBy(0.01).overlaps(a));
    }

    @Test
    void anotherVerdictDrawsTheFlowAnewOnItsOldWay() {
        DisplayList before = draw(fourInARow());
        Design design = fourInARow();
        FlowMark allowed = new FlowMark(FlowMark.Kind.ALLOWED, Optional.empty(), List.of());
        PictureInput judged = new PictureInput(design, Map.of("cd", allowed), Map.of());
        DisplayList after = draughtsman.draw(judged, Palette.LIGHT).list();
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(0, 0, 1));
        assertThat(after.find(flow("cd")).orElseThrow().legs())
                .isEqualTo(before.find(flow("cd")).orElseThrow().legs());
    }

    @Test
    void aFlowThatItsVerdictSendsOverADeviceChoosesItsWayBeforeTheCablesThere() {
        Design bank = SampleDesigns.read(SampleCatalogue.find("hybrid-bank").orElseThrow());
        draw(bank);
        PictureInput judged = PictureInput.of(bank, FlowVerdicts.of(bank).verdicts(), Map.of());
        DisplayList after = draughtsman.draw(judged, Palette.LIGHT).list();
        List<Route> legs = after.find(flow("FLOW-0031")).orElseThrow().legs();
        assertThat(legs).hasSize(2);
        assertThat(legs).allMatch(leg -> leg.segments().size() == 1);
    }

    @Test
    void aProblemDrawsItsElementAnew() {
        draw(fourInARow());
        PictureInput input = new PictureInput(fourInARow(), Map.of(), Map.of(Draw.id("a"), 2));
        draughtsman.draw(input, Palette.LIGHT);
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(1, 0, 0));
    }

    @Test
    void anotherThemeKeepsTheWays() {
        draw(fourInARow());
        draughtsman.draw(PictureInput.of(fourInARow()), Palette.DARK);
        assertThat(draughtsman.redrawn()).isEqualTo(new Redrawn(5, 0, 2));
    }

    @Test
    void anElementTakenAwayIsForgottenWithItsLine() {
        draw(fourInARow());
        DisplayList after = draw(fourInARow().without(Draw.id("d")));
        assertThat(after.edges()).extracting(Item.Edge::id).containsExactly(flow("ab"));
        assertThat(after.find(Draw.id("d"))).isEmpty();
    }

    @Test
    void oneMoveInAnEstateOfTwentyThousandMakesOneNodeAndItsLines() {
        Design estate = Estates.of(12_000, 8_000);
        draw(estate);
        Box box = estate.layout().find(Draw.id("w700")).orElseThrow();
        Design moved = moved(estate, "w700", new Box(box.x(), box.y() + 6, 160, 50));
        long lines =
                estate.flows().values().stream()
                        .filter(f ->
                                f.from().equals(Draw.id("w700")) || f.to().equals(Draw.id("w700")))
                        .count();
        draw(moved);
        assertThat(draughtsman.redrawn().boxes()).isEqualTo(1);
        assertThat(draughtsman.redrawn().ways()).isBetween((int) lines, (int) lines + 3);
        assertThat(draughtsman.redrawn().edges()).isBetween((int) lines, (int) lines + 3);
    }

    @Test
    void aStoppedDrawingKeepsWhatItHasMade() {
        Design estate = Estates.of(300, 100);
        assertThatThrownBy(
                        () -> draughtsman.draw(PictureInput.of(estate), Palette.LIGHT, halfway()))
                .isInstanceOf(CancellationException.class);
        DisplayList after = draw(estate);
        assertThat(draughtsman.redrawn().boxes()).isZero();
        assertThat(after).isEqualTo(Picture.of(PictureInput.of(estate), Palette.LIGHT).list());
    }

    /// Cancels as soon as half of the drawing is done.
    private static DrawingProgress halfway() {
        return new DrawingProgress() {
            private volatile boolean enough;

            @Override
            public boolean cancelled() {
                return enough;
            }

            @Override
            public void done(double share) {
                enough = share > 0.5;
            }

            @Override
            public void boxes(Supplier<DisplayList> list) {
                assertThat(list.get().nodes()).hasSize(300);
            }
        };
    }

    private DisplayList draw(Design design) {
        return draughtsman.draw(PictureInput.of(design), Palette.LIGHT).list();
    }

    private static EdgeId flow(String id) {
        return new EdgeId.OfFlow(id);
    }

    private static Design fourInARow() {
        return new Draw("row")
                .namespace("n", "")
                .at(0, 0, 1200, 500)
                .workload("a", "n", WorkloadKind.POD)
                .at(20, 100, 160, 50)
                .workload("b", "n", WorkloadKind.POD)
                .at(240, 100, 160, 50)
                .workload("c", "n", WorkloadKind.POD)
                .at(460, 100, 160, 50)
                .workload("d", "n", WorkloadKind.POD)
                .at(920, 100, 160, 50)
                .flow("ab", "a", "b", 80, Encryption.NOT_REQUIRED)
                .flow("cd", "c", "d", 80, Encryption.NOT_REQUIRED)
                .done();
    }

    private static Design moved(Design design, String id, Box box) {
        SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>(design.layout().boxes());
        boxes.put(Draw.id(id), box);
        return design.with(new Layout(boxes));
    }
}
