package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.Draw;
import io.portolan.app.picture.HybridBank;
import io.portolan.app.picture.Point;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Layout;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Site;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class EditsTest {
    private final CanvasViewModel model = new CanvasViewModel(Studio.ofWindow());
    private final Edits edits = new Edits(model);
    private final ElementId api = Draw.id("api");

    EditsTest() {
        model.show(HybridBank.design());
    }

    @Test
    void movingAContainerMovesWhatIsInIt() {
        Design after =
                edits.move(List.of(Draw.id("east")), 80, 16, Optional.of(Draw.id("frankfurt")))
                        .applyTo(model.design());
        assertThat(after.layout().find(api))
                .contains(model.design().layout().find(api).orElseThrow().movedBy(80, 16));
        assertThat(after.elements()).isEqualTo(model.design().elements());
    }

    @Test
    void droppingAWorkloadInAnotherNamespaceMakesItItsParent() {
        Design after =
                edits.move(List.of(api), 0, 300, Optional.of(Draw.id("ledger")))
                        .applyTo(model.design());
        assertThat(after.find(api).flatMap(Element::parent)).contains(Draw.id("ledger"));
    }

    @Test
    void aWorkloadMayNotSitInAVlan() {
        assertThat(edits.maySit(List.of(api), Optional.of(Draw.id("vlan-120")))).isFalse();
        assertThat(edits.maySit(List.of(api), Optional.empty())).isFalse();
        assertThat(edits.maySit(List.of(api), Optional.of(Draw.id("edge")))).isTrue();
    }

    @Test
    void movingOneElementLeavesAllOthersWhereTheyAreSeen() {
        model.show(HybridBank.design().with(Layout.EMPTY));
        var before = model.displayList();
        model.show(
                edits.move(List.of(Draw.id("internet")), 40, 0, Optional.empty())
                        .applyTo(model.design()));
        before.nodes().stream()
                .filter(n -> !n.id().equals(Draw.id("internet")))
                .forEach(n ->
                        assertThat(model.displayList().find(n.id()).orElseThrow().bounds())
                                .isEqualTo(n.area()));
    }

    @Test
    void everyKindCanBeMadeAndNamed() {
        for (Class<? extends Element> kind : Kinds.all()) {
            Element made = NewElements.of(kind, Design.EMPTY, Optional.empty());
            assertThat(made).isInstanceOf(kind);
            assertThat(Records.with(made, "label", "x").label()).isEqualTo("x");
        }
    }

    @Test
    void aNewNamespaceLandsInTheClusterUnderThePointer() {
        Edits.Placed placed = edits.place(Namespace.class, new Point(500, 530)).orElseThrow();
        assertThat(
                        placed.change()
                                .applyTo(model.design())
                                .find(placed.id())
                                .flatMap(Element::parent))
                .contains(Draw.id("west"));
    }

    @Test
    void aNamespaceOnTheBareDrawingIsRefused() {
        assertThat(edits.place(Namespace.class, new Point(3000, 3000))).isEmpty();
        assertThat(edits.place(Site.class, new Point(3000, 3000))).isPresent();
    }

    @Test
    void aFreshElementGetsItsIdFromItsName() {
        Edits.Placed placed = edits.place(Cluster.class, new Point(3000, 3000)).orElseThrow();
        model.show(placed.change().applyTo(model.design()));
        Optional<ElementId> id = NewElements.idFor(model.design(), "North Sea");
        model.show(
                edits.rename(placed.id(), "North Sea", id).orElseThrow().applyTo(model.design()));
        assertThat(model.design().find(Draw.id("north-sea")).map(Element::label))
                .contains("North Sea");
        assertThat(model.design().layout().find(Draw.id("north-sea"))).isPresent();
        assertThat(model.design().find(placed.id())).isEmpty();
    }

    @Test
    void deletingAnElementTakesItsFlowsAndContentsAlong() {
        Design after = edits.delete(List.of(Draw.id("pay"))).applyTo(model.design());
        assertThat(after.find(api)).isEmpty();
        assertThat(after.flows()).doesNotContainKeys("FLOW-0031", "to-api", "to-cards", "partner");
        assertThat(after.flows()).containsKeys("web", "batch");
    }
}
