package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.Draw;
import io.portolan.app.picture.FlowMark;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Picture;
import io.portolan.app.picture.PictureInput;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.WorkloadKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class BundlesTest {
    @Test
    void allFlowsBetweenTwoContainersAreOneLine() {
        assertThat(bundles(Map.of()))
                .singleElement()
                .satisfies(b -> assertThat(b.count()).isEqualTo(3));
    }

    @Test
    void aBundleOfAllowedFlowsIsQuiet() {
        assertThat(bundles(marks(FlowMark.Kind.ALLOWED)))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.colour()).isEqualTo(Palette.LIGHT.of(Ink.ALLOW));
                    assertThat(b.alarm()).isZero();
                });
    }

    @Test
    void oneDeniedFlowAmongAllowedOnesIsNotHidden() {
        assertThat(bundles(marks(FlowMark.Kind.DENIED)))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.colour()).isEqualTo(Palette.LIGHT.of(Ink.ALLOW));
                    assertThat(b.alarm()).isEqualTo(Palette.LIGHT.of(Ink.DENY));
                });
    }

    @Test
    void oneUndefinedFlowAmongAllowedOnesIsNotHidden() {
        assertThat(bundles(marks(FlowMark.Kind.UNDEFINED)))
                .singleElement()
                .satisfies(b -> assertThat(b.alarm()).isEqualTo(Palette.LIGHT.of(Ink.UNDEFINED)));
    }

    /// Two allowed flows and one of that kind.
    private static Map<String, FlowMark> marks(FlowMark.Kind third) {
        return Map.of(
                "f1", mark(FlowMark.Kind.ALLOWED),
                "f2", mark(FlowMark.Kind.ALLOWED),
                "f3", mark(third));
    }

    private static FlowMark mark(FlowMark.Kind kind) {
        return new FlowMark(kind, Optional.empty(), List.of());
    }

    private static List<Bundles.Bundle> bundles(Map<String, FlowMark> marks) {
        Draw draw =
                new Draw("two")
                        .namespace("left", "")
                        .at(0, 0, 400, 300)
                        .namespace("right", "")
                        .at(600, 0, 400, 300)
                        .workload("a", "left", WorkloadKind.POD)
                        .at(20, 60, 160, 50)
                        .workload("b", "right", WorkloadKind.POD)
                        .at(620, 60, 160, 50);
        for (int i = 1; i <= 3; i++) {
            draw.flow("f" + i, "a", "b", 80 + i, Encryption.NOT_REQUIRED);
        }
        PictureInput input = new PictureInput(draw.done(), marks, Map.of());
        return Bundles.of(Picture.of(input, Palette.LIGHT).list(), Palette.LIGHT, _ -> true);
    }
}
