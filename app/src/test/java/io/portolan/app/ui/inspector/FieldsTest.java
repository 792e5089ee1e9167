package io.portolan.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.ui.editor.Desk;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Flow;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Link;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.Transport;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class FieldsTest {
    private static final Design BANK = Desk.bank().design();

    @Test
    void everyComponentOfEveryKindHasAnEditor() {
        for (Class<? extends Element> kind : Kinds.all()) {
            Record blank = Blank.of(kind.asSubclass(Record.class), BANK);
            assertThat(Fields.of(blank))
                    .as(kind.getSimpleName())
                    .hasSize(kind.getRecordComponents().length);
        }
        assertThat(Fields.of(Blank.of(Link.class, BANK))).isNotEmpty();
        assertThat(Fields.of(BANK.flows().firstEntry().getValue())).hasSize(18);
    }

    @Test
    void everyValueOfTheSampleSurvivesItsText() {
        for (Element element : BANK.elements().values()) {
            for (Field field : Fields.of((Record) element)) {
                if (isText(field.type())) {
                    String text = FieldText.show(field.type(), field.value());
                    assertThat(FieldText.read(field.type(), text))
                            .as(element.id() + " " + field.name())
                            .isEqualTo(field.value());
                }
            }
        }
    }

    private static boolean isText(FieldType type) {
        return switch (type) {
            case FieldType.Scalar _, FieldType.Choice _, FieldType.Pairs _ -> true;
            case FieldType.Maybe(var inner) -> isText(inner);
            case FieldType.ListOf(var item) -> isText(item);
            case FieldType.Flag _, FieldType.Reference _, FieldType.Nested _ -> false;
        };
    }

    @Test
    void withChangesOneComponentAndNothingElse() {
        HostPort port = new HostPort(Transport.TCP, 1414, Optional.of("mq"));
        assertThat(Fields.with(port, "port", 443))
                .isEqualTo(new HostPort(Transport.TCP, 443, Optional.of("mq")));
    }

    @Test
    void whatARecordRefusesIsSaidInItsWords() {
        HostPort port = new HostPort(Transport.TCP, 1414, Optional.empty());
        assertThatThrownBy(() -> Fields.with(port, "port", 70000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("70000");
    }

    @Test
    void listsAndLabelsAreReadFromOneLine() {
        FieldType cidrs = FieldTypes.of(component("podRanges"));
        assertThat(FieldText.read(cidrs, "10.1.0.0/16, 10.2.0.0/16"))
                .isEqualTo(List.of(Cidr.parse("10.1.0.0/16"), Cidr.parse("10.2.0.0/16")));
        assertThat(FieldText.read(new FieldType.Pairs(), "app=shop, tier=web"))
                .isEqualTo(Map.of("app", "shop", "tier", "web"));
        assertThatThrownBy(() -> FieldText.read(new FieldType.Pairs(), "shop"))
                .hasMessageContaining("app=shop");
    }

    private static java.lang.reflect.Type component(String name) {
        for (var c : io.portolan.model.design.Cluster.class.getRecordComponents()) {
            if (c.getName().equals(name)) {
                return c.getGenericType();
            }
        }
        throw new AssertionError("a cluster has no " + name);
    }

    @Test
    void summaryOfARecordIsItsFirstFacts() {
        assertThat(FieldText.summary(new HostPort(Transport.TCP, 1414, Optional.of("mq"))))
                .isEqualTo("TCP \u00b7 1414 \u00b7 mq");
    }

    @Test
    void aFlowIsShownInThreeSectionsWithEveryComponent() {
        InspectorViewModel inspector = new InspectorViewModel(Desk.bank());
        Flow flow = BANK.flows().firstEntry().getValue();
        assertThat(inspector.sections(flow))
                .containsOnlyKeys("Connection", "Requirements", "Governance");
        assertThat(inspector.sections(flow).values().stream().mapToInt(List::size).sum())
                .isEqualTo(17);
    }
}
