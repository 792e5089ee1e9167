package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Layout;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.List;

class RoundTripTest {
    private static <T> T read(YamlNode tree, Class<T> type) {
        RecordReader reader = new RecordReader();
        return reader.read(tree, type)
                .orElseThrow(() -> new AssertionError(reader.problems().toString()));
    }

    private static <T> void yamlGivesBack(Class<T> type, int times) {
        Gen.forAll(
                times,
                gen -> {
                    Holder<T> value = new Holder<>(AnyValue.of(type, gen));
                    YamlNode.Mapping tree = holder(value, type);
                    String text = YamlText.document(tree, gen.between(0, 3));
                    YamlNode.Mapping back = (YamlNode.Mapping) YamlReader.read(text);
                    assertThat(read(back.find("value").orElseThrow(), type))
                            .as(text)
                            .isEqualTo(value.value());
                });
    }

    private record Holder<T>(T value) {}

    private static <T> YamlNode.Mapping holder(Holder<T> holder, Class<T> type) {
        return new YamlNode.Mapping(
                Position.START,
                List.of(Tree.entry("value", RecordWriter.tree(holder.value(), type))));
    }

    @Test
    void everyElementComesBackFromYaml() {
        yamlGivesBack(Element.class, 500);
    }

    @Test
    void everyPlanComesBackFromYaml() {
        yamlGivesBack(EnforcementPlan.class, 100);
    }

    @Test
    void everyLayoutComesBackFromItsText() {
        Gen.forAll(
                100,
                gen -> {
                    Layout layout = AnyValue.of(Layout.class, gen);
                    assertThat(LayoutReader.read(LayoutWriter.write(layout)).layout())
                            .contains(layout);
                });
    }

    @Test
    void everyDesignComesBackFromItsText() {
        Gen.forAll(
                60,
                gen -> {
                    Design design = AnyValue.design(gen);
                    String text = DesignWriter.write(design);
                    ReadDesign back = DesignReader.read(text);
                    assertThat(back.problems()).as(text).isEmpty();
                    assertThat(back.design()).as(text).contains(design);
                    assertThat(DesignWriter.write(back.design().orElseThrow())).isEqualTo(text);
                });
    }

    @Test
    void everyChangeComesBackFromOneLineOfJson() {
        Gen.forAll(
                150,
                gen -> {
                    Change change = AnyValue.of(Change.class, gen);
                    String line = JsonText.line(RecordWriter.tree(change, Change.class));
                    assertThat(line).doesNotContain("\n");
                    assertThat(read(YamlReader.read(line), Change.class)).isEqualTo(change);
                });
    }
}
