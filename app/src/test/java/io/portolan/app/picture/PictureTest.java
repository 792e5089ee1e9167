package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.layout.Measures;
import io.portolan.model.design.Design;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.Layout;
import io.portolan.model.design.WorkloadKind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class PictureTest {
    private final DisplayList bank = Picture.of(HybridBank.input(), Palette.LIGHT).list();

    @Test
    void linesDoNotRunThroughNodes() {
        for (Item.Edge edge : bank.edges()) {
            for (Segment piece : pieces(edge)) {
                assertThat(bank.nodes())
                        .noneMatch(n -> n.area().grownBy(-0.5).overlaps(line(piece)));
            }
        }
    }

    @Test
    void linesAreOrthogonal() {
        assertThat(bank.edges())
                .flatMap(PictureTest::pieces)
                .allMatch(s -> s.from().x() == s.to().x() || s.from().y() == s.to().y());
    }

    @Test
    void labelsCoverNoNodeAndNoOtherLabel() {
        List<Area> labels = labels(bank);
        assertThat(labels).hasSizeGreaterThanOrEqualTo(6);
        for (int i = 0; i < labels.size(); i++) {
            Area label = labels.get(i);
            assertThat(bank.nodes()).noneMatch(n -> n.area().overlaps(label));
            assertThat(labels.subList(0, i)).noneMatch(label::overlaps);
        }
    }

    @Test
    void deniedFlowIsDashedWithACrossBeforeTheFirewallAndQuietBehindIt() {
        Item.Edge denied = bank.find(new EdgeId.OfFlow("FLOW-0031")).orElseThrow();
        List<Op.Line> lines =
                denied.under().stream()
                        .filter(Op.Line.class::isInstance)
                        .map(Op.Line.class::cast)
                        .toList();
        assertThat(lines).extracting(l -> l.pen().dash()).containsExactly(Dash.DASHED, Dash.SPARSE);
        assertThat(denied.ops())
                .filteredOn(Op.Disc.class::isInstance)
                .singleElement()
                .satisfies(op -> assertThat(((Op.Disc) op).sign()).isEqualTo(Op.Sign.CROSS));
        assertThat(words(denied)).contains("1414 · denied");
    }

    @Test
    void undefinedFlowIsDottedWithAQuestion() {
        Item.Edge open = bank.find(new EdgeId.OfFlow("ledger-db")).orElseThrow();
        assertThat(open.pen().dash()).isEqualTo(Dash.DOTTED);
        assertThat(words(open)).contains("5432 · not defined");
    }

    @Test
    void containersHoldTheirChildrenEvenWithoutPositions() {
        Design loose = HybridBank.design().with(Layout.EMPTY);
        DisplayList list = Picture.of(PictureInput.of(loose), Palette.DARK).list();
        Nesting nesting = new Nesting(loose);
        for (Item.Node node : list.nodes()) {
            nesting.parent(node.id())
                    .flatMap(list::find)
                    .ifPresent(p -> assertThat(p.bounds().contains(node.area())).isTrue());
        }
        for (int i = 0; i < list.nodes().size(); i++) {
            Area area = list.nodes().get(i).area();
            assertThat(list.nodes().subList(0, i)).noneMatch(n -> n.area().overlaps(area));
        }
    }

    @Test
    void containersGrowToHoldWhatWasMovedOutOfThem() {
        Design design =
                new Draw("grow")
                        .namespace("n", "")
                        .at(0, 0, 100, 100)
                        .workload("w", "n", WorkloadKind.POD)
                        .at(300, 300, 160, 50)
                        .done();
        DisplayList list = Picture.of(PictureInput.of(design), Palette.LIGHT).list();
        assertThat(list.find(Draw.id("n")).orElseThrow().bounds().right())
                .isEqualTo(460 + Measures.PADDING);
    }

    @Test
    void aParentThatIsItsOwnGrandchildDoesNoHarm() {
        Design design =
                new Draw("circle")
                        .namespace("a", "b")
                        .namespace("b", "a")
                        .workload("w", "a", WorkloadKind.POD)
                        .done();
        DisplayList list = Picture.of(PictureInput.of(design), Palette.LIGHT).list();
        assertThat(list.byId()).containsOnlyKeys(Draw.id("a"), Draw.id("b"), Draw.id("w"));
    }

    @Test
    void aFlowToNowhereIsNotDrawn() {
        Design design =
                new Draw("dangling")
                        .workload("w", "", WorkloadKind.POD)
                        .flow("f", "w", "gone", 80, Encryption.NOT_REQUIRED)
                        .done();
        assertThat(Picture.of(PictureInput.of(design), Palette.LIGHT).list().edges()).isEmpty();
    }

    @Test
    void manyLinesStillEndAtTheirBoxes() {
        DisplayList list = Picture.of(PictureInput.of(Estates.of(400, 300)), Palette.LIGHT).list();
        for (Item.Edge edge : list.edges()) {
            Area from = list.find(edge.from()).orElseThrow().bounds();
            Area to = list.find(edge.to()).orElseThrow().bounds();
            assertThat(from.grownBy(0.1).contains(edge.legs().getFirst().start())).isTrue();
            assertThat(to.grownBy(0.1).contains(edge.legs().getLast().end())).isTrue();
        }
    }

    @Test
    void pictureOfNothingIsEmpty() {
        assertThat(Picture.of(PictureInput.of(Design.EMPTY), Palette.LIGHT).list().byId())
                .isEmpty();
    }

    static List<Area> labels(DisplayList list) {
        List<Area> labels = new ArrayList<>();
        list.edges().forEach(e -> e.label().ifPresent(labels::add));
        return labels;
    }

    private static List<String> words(Item.Edge edge) {
        return edge.ops().stream()
                .filter(Op.Words.class::isInstance)
                .map(op -> ((Op.Words) op).text())
                .toList();
    }

    private static List<Segment> pieces(Item.Edge edge) {
        return edge.legs().stream().flatMap(l -> l.segments().stream()).toList();
    }

    private static Area line(Segment piece) {
        return piece.bounds().grownBy(0.01);
    }
}
