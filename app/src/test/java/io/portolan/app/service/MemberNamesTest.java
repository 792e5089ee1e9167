package io.portolan.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.design.About;
import io.portolan.model.design.Client;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.net.Address;
import io.portolan.model.reach.Question.Party;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class MemberNamesTest {
    private final Design design =
            Design.named("names")
                    .with(namespace("c/shop", "shop"))
                    .with(namespace("c/test", "test"))
                    .with(client("c/shop/web", "web", "c/shop"))
                    .with(client("c/test/web", "web", "c/test"))
                    .with(client("c/shop/db", "db", "c/shop"));

    private static Element namespace(String id, String label) {
        return new Namespace(ElementId.parse(id), label, Optional.empty(), About.NOTHING, Map.of());
    }

    private static Element client(String id, String label, String parent) {
        return new Client(
                ElementId.parse(id),
                label,
                Optional.of(ElementId.parse(parent)),
                About.NOTHING,
                List.of());
    }

    @Test
    void findsByIdByLabelAndByNamespaceAndName() {
        assertThat(MemberNames.find(design, "c/shop/web"))
                .isEqualTo(new Party.Member("c/shop/web"));
        assertThat(MemberNames.find(design, "shop/web")).isEqualTo(new Party.Member("c/shop/web"));
        assertThat(MemberNames.find(design, "db")).isEqualTo(new Party.Member("c/shop/db"));
    }

    @Test
    void addressesStandForThemselves() {
        assertThat(MemberNames.find(design, "10.1.2.3"))
                .isEqualTo(new Party.At(Address.parse("10.1.2.3")));
        assertThat(MemberNames.find(design, "2001:db8::1"))
                .isEqualTo(new Party.At(Address.parse("2001:db8::1")));
    }

    @Test
    void anAmbiguousNameIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> MemberNames.find(design, "web"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "Several elements are called (web): c/shop/web, c/test/web. Give the id.");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> MemberNames.find(design, "nobody"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Nothing in the design is called (nobody).");
    }
}
