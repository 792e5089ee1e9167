package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.Draw;
import io.portolan.app.picture.Estates;
import io.portolan.app.picture.HybridBank;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

class StudioTest {
    private static final Design BIG = Estates.of(600, 300);

    private final Later elsewhere = new Later();
    private final Later window = new Later();
    private final CanvasViewModel model = new CanvasViewModel(new Studio(elsewhere, window));

    @Test
    void aSmallDesignIsThereAtOnce() {
        model.show(HybridBank.design());
        assertThat(model.displayList().find(Draw.id("api"))).isPresent();
        assertThat(model.isDrawing()).isFalse();
        assertThat(elsewhere.waiting()).isZero();
    }

    @Test
    void aBigDesignIsDrawnElsewhereAndItsBoxesAreShownBeforeItsLines() {
        model.show(BIG);
        assertThat(model.displayList().byId()).isEmpty();
        assertThat(model.isDrawing()).isTrue();
        elsewhere.runAll();
        while (model.displayList().byId().isEmpty()) {
            window.runOne();
        }
        assertThat(model.displayList().nodes()).hasSize(600);
        assertThat(model.displayList().edges()).isEmpty();
        assertThat(model.isDrawing()).isTrue();
        window.runAll();
        assertThat(model.displayList().edges()).hasSize(300);
        assertThat(model.isDrawing()).isFalse();
    }

    @Test
    void aNewerEditEndsTheDrawingBeforeIt() {
        model.show(BIG);
        model.displayList();
        Design next = moved(BIG, "w7");
        model.show(next);
        model.displayList();
        elsewhere.runOne();
        assertThat(window.waiting()).isZero();
        elsewhere.runAll();
        window.runAll();
        assertThat(top("w7")).isEqualTo(next.layout().find(Draw.id("w7")).orElseThrow().y());
    }

    @Test
    void whatComesTooLateIsNotShown() {
        model.show(BIG);
        model.displayList();
        elsewhere.runAll();
        model.show(HybridBank.design());
        model.displayList();
        window.runAll();
        assertThat(model.displayList().byId()).isEmpty();
        elsewhere.runAll();
        window.runAll();
        assertThat(model.displayList().find(Draw.id("api"))).isPresent();
        assertThat(model.displayList().find(Draw.id("w7"))).isEmpty();
    }

    @Test
    void oneEditOfABigDesignIsDrawnAtOnce() {
        drawBig();
        Design next = moved(BIG, "w7");
        model.show(next);
        assertThat(top("w7")).isEqualTo(next.layout().find(Draw.id("w7")).orElseThrow().y());
        assertThat(elsewhere.waiting()).isZero();
    }

    @Test
    void theOldDrawingStaysUntilTheOneInTheOtherThemeIsComplete() {
        drawBig();
        int light = model.displayList().nodes().getFirst().paint().fill();
        model.paintIn(Palette.DARK);
        model.displayList();
        elsewhere.runAll();
        while (window.waiting() > 1) {
            window.runOne();
            assertThat(model.displayList().edges()).hasSize(300);
            assertThat(model.displayList().nodes().getFirst().paint().fill()).isEqualTo(light);
            assertThat(model.shownIn()).isEqualTo(Palette.LIGHT);
        }
        window.runAll();
        assertThat(model.displayList().nodes().getFirst().paint().fill()).isNotEqualTo(light);
        assertThat(model.shownIn()).isEqualTo(Palette.DARK);
    }

    @Test
    void whatIsGoneFromTheDesignCannotBeHit() {
        drawBig();
        Point there = model.displayList().find(Draw.id("w7")).orElseThrow().bounds().centre();
        assertThat(model.elementAt(there)).contains(Draw.id("w7"));
        model.show(Estates.of(5, 0));
        assertThat(model.elementAt(there)).isNotEqualTo(java.util.Optional.of(Draw.id("w7")));
    }

    @Test
    void theViewFollowsWhatIsDrawnUntilSomebodyLooksElsewhere() {
        model.look(Viewport.START.sized(1600, 900));
        Aim aim = new Aim(model, model::look);
        Camera camera = new Camera(model);
        model.setOnDrawn(aim::again);
        model.show(BIG);
        aim.at(camera::onEverything);
        elsewhere.runAll();
        window.runAll();
        assertThat(model.viewport()).isEqualTo(camera.onEverything().orElseThrow());
        model.paintIn(Palette.DARK);
        aim.at(camera::onEverything);
        Viewport away = model.viewport().pannedBy(500, 0);
        model.look(away);
        elsewhere.runAll();
        window.runAll();
        assertThat(model.viewport()).isEqualTo(away);
    }

    private void drawBig() {
        model.show(BIG);
        model.displayList();
        elsewhere.runAll();
        window.runAll();
    }

    private double top(String id) {
        return model.displayList().find(Draw.id(id)).orElseThrow().bounds().y();
    }

    private static Design moved(Design design, String id) {
        SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>(design.layout().boxes());
        boxes.computeIfPresent(
                Draw.id(id), (_, b) -> new Box(b.x(), b.y() + 9, b.width(), b.height()));
        return design.with(new Layout(boxes));
    }
}
