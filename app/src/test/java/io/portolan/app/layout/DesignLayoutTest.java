package io.portolan.app.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

class DesignLayoutTest {
    @Test
    void siblingsNeverOverlapAndContainersHoldWhatIsInThem() {
        Gen.forAll(40, gen -> assertTidy(laidOut(Estates.random(gen, gen.between(1, 60)))));
    }

    @Test
    void largeDesignsAreTidyToo() {
        Gen.forAll(3, gen -> assertTidy(laidOut(Estates.random(gen, 400))));
    }

    @Test
    void anImportOfThousandsIsLaidOutInAReadableShape() {
        Design design = laidOut(Estates.imported(100, 20));

        Box cluster = box(design, "cluster");
        assertTidy(design);
        assertThat((double) cluster.width() / cluster.height()).isBetween(0.5, 3.0);
    }

    @Test
    void theSameDesignGetsTheSameLayout() {
        Gen.forSeed(
                7,
                gen -> {
                    Design design = Estates.random(gen, 50);
                    assertThat(laidOut(design).layout()).isEqualTo(laidOut(design).layout());
                });
    }

    @Test
    void aFlowRunsFromLeftToRight() {
        Design design =
                Estates.of(List.of(Estates.machine("b"), Estates.machine("a")))
                        .with(Estates.flow(1, new ElementId("a"), new ElementId("b")));

        Design placed = laidOut(design);

        assertThat(box(placed, "a").x() + box(placed, "a").width())
                .isLessThan(box(placed, "b").x());
    }

    @Test
    void positionsAreOnTheGrid() {
        Gen.forSeed(
                3,
                gen ->
                        assertThat(laidOut(Estates.random(gen, 40)).layout().boxes().values())
                                .allSatisfy(b -> assertThat(b.x() % Measures.GRID).isZero())
                                .allSatisfy(b -> assertThat(b.y() % Measures.GRID).isZero()));
    }

    @Test
    void elementsInsideOfThemselvesAreStillDrawn() {
        Design design =
                Estates.of(
                        List.of(
                                Estates.site("a", Optional.of(new ElementId("b"))),
                                Estates.site("b", Optional.of(new ElementId("a"))),
                                Estates.site("c", Optional.of(new ElementId("missing")))));

        assertThat(laidOut(design).layout().boxes()).hasSize(3);
    }

    @Test
    void anEmptyDesignHasAnEmptyLayout() {
        assertThat(DesignLayout.layOut(Design.EMPTY, LayoutProgress.SILENT))
                .isEqualTo(Layout.EMPTY);
    }

    @Test
    void aCancelledLayoutStops() {
        LayoutProgress cancelled = new Recorded(true);

        assertThatThrownBy(() -> DesignLayout.layOut(Estates.imported(20, 20), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void progressRisesToTheEnd() {
        Recorded recorded = new Recorded(false);

        DesignLayout.layOut(Estates.imported(20, 20), recorded);

        assertThat(recorded.shares).isSorted().endsWith(1.0).hasSizeGreaterThan(20);
    }

    @Test
    void newElementsGetPlacesAndOldOnesStay() {
        Gen.forAll(
                30,
                gen -> {
                    Design all = Estates.random(gen, 30);
                    Design before = laidOut(firstHalf(all));
                    Design known = all.with(before.layout());
                    Design after = known.with(DesignLayout.placeNew(known, LayoutProgress.SILENT));
                    assertThat(after.layout().boxes().keySet())
                            .containsAll(all.elements().keySet());
                    assertOnlyContainersGrew(before.layout(), after);
                    assertHeld(after);
                });
    }

    @Test
    void aNewElementGoesIntoFreeRoomBesideWhatItTalksTo() {
        ElementId site = new ElementId("site");
        Design design =
                Estates.of(
                                List.of(
                                        Estates.site("site", Optional.empty()),
                                        Estates.workload(
                                                new ElementId("old"), "old", Optional.of(site)),
                                        Estates.workload(
                                                new ElementId("new"), "new", Optional.of(site))))
                        .with(
                                Layout.EMPTY.with(
                                        Map.of(
                                                site,
                                                new Box(0, 0, 800, 600),
                                                new ElementId("old"),
                                                new Box(560, 400, 160, 50))))
                        .with(Estates.flow(1, new ElementId("new"), new ElementId("old")));

        Layout layout = DesignLayout.placeNew(design, LayoutProgress.SILENT);

        Box placed = layout.find(new ElementId("new")).orElseThrow();
        assertThat(layout.find(site)).contains(new Box(0, 0, 800, 600));
        assertThat(Math.abs(placed.y() - 400)).isLessThanOrEqualTo(80);
        assertThat(Math.abs(placed.x() - 560)).isLessThanOrEqualTo(200);
    }

    @Test
    void aDesignWithoutAnyPlaceIsLaidOutWhole() {
        Design design = Estates.imported(3, 3);

        assertThat(DesignLayout.placeNew(design, LayoutProgress.SILENT))
                .isEqualTo(DesignLayout.layOut(design, LayoutProgress.SILENT));
    }

    private static Design laidOut(Design design) {
        return design.with(DesignLayout.layOut(design, LayoutProgress.SILENT));
    }

    private static Design firstHalf(Design design) {
        List<Element> all = List.copyOf(design.elements().values());
        return Estates.of(all.subList(0, all.size() / 2));
    }

    private static Box box(Design design, String id) {
        return design.layout().find(new ElementId(id)).orElseThrow();
    }

    private static void assertTidy(Design design) {
        assertThat(design.layout().boxes().keySet()).containsAll(design.elements().keySet());
        assertHeld(design);
        Hierarchy hierarchy = new Hierarchy(design);
        assertApart(design, hierarchy.roots());
        design.elements().keySet().forEach(id -> assertApart(design, hierarchy.children(id)));
    }

    private static void assertApart(Design design, List<Element> siblings) {
        for (int i = 0; i < siblings.size(); i++) {
            Box a = box(design, siblings.get(i).id().value());
            for (Element other : siblings.subList(i + 1, siblings.size())) {
                assertThat(FreeSpot.touch(a, box(design, other.id().value()), Measures.GRID))
                        .as("%s and %s too near", siblings.get(i).id(), other.id())
                        .isFalse();
            }
        }
    }

    private static void assertHeld(Design design) {
        Hierarchy hierarchy = new Hierarchy(design);
        for (Element element : design.elements().values()) {
            Box outer = box(design, element.id().value());
            for (Element child : hierarchy.children(element.id())) {
                Box inner = box(design, child.id().value());
                assertThat(FreeSpot.union(outer, inner))
                        .as("%s in %s", child.id(), element.id())
                        .isEqualTo(outer);
                assertThat(inner.y()).isGreaterThanOrEqualTo(outer.y() + Measures.HEADER);
            }
        }
    }

    private static void assertOnlyContainersGrew(Layout before, Design after) {
        Map<ElementId, Box> changed = new HashMap<>(before.boxes());
        changed.entrySet()
                .removeIf(e -> after.layout().find(e.getKey()).equals(Optional.of(e.getValue())));
        Hierarchy hierarchy = new Hierarchy(after);
        changed.forEach((id, old) -> {
            Box grown = box(after, id.value());
            assertThat(hierarchy.children(id)).isNotEmpty();
            assertThat(FreeSpot.union(old, grown)).isEqualTo(grown);
        });
    }

    /// Writes down what it is told.
    private static final class Recorded implements LayoutProgress {
        final List<Double> shares = new ArrayList<>();
        private final boolean cancelled;

        Recorded(boolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void done(double share) {
            shares.add(share);
        }
    }
}
