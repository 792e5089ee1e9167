package io.portolan.app.ui.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

final class OutlineViewModelTest {
    private final EditorModel model = Desk.bank();
    private final OutlineViewModel outline = new OutlineViewModel(model);

    @Test
    void everyElementIsThereOnce() {
        assertThat(all(outline.roots()).map(n -> n.element().id()).toList())
                .containsExactlyInAnyOrderElementsOf(model.design().elements().keySet());
    }

    @Test
    void containersCountTheProblemsInside() {
        int roots = outline.roots().stream().mapToInt(OutlineNode::problems).sum();
        int elements =
                Problems.perElement(model.analysis().get()).entrySet().stream()
                        .filter(e -> model.design().elements().containsKey(e.getKey()))
                        .mapToInt(java.util.Map.Entry::getValue)
                        .sum();
        assertThat(roots).isEqualTo(elements);
    }

    @Test
    void theFilterKeepsWhatMatchesWithItsContainers() {
        outline.filter().set("zos1");
        List<OutlineNode> left = all(outline.roots()).toList();
        assertThat(left).anyMatch(n -> n.element().label().equals("zos1"));
        assertThat(left).hasSizeLessThan(model.design().elements().size() / 2);
    }

    private static Stream<OutlineNode> all(List<OutlineNode> nodes) {
        return nodes.stream().flatMap(n -> Stream.concat(Stream.of(n), all(n.inside())));
    }
}
