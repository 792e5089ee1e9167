package io.portolan.model.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class DesignTest {
    private static final ElementId CITY = new ElementId("city");
    private static final ElementId ROOM = new ElementId("city/room");
    private static final ElementId RACK = new ElementId("city/room/rack");

    private static Site site(ElementId id, Optional<ElementId> parent, Optional<String> zone) {
        About about = new About(Optional.empty(), zone, zone, Optional.empty());
        return new Site(id, id.value(), parent, about, List.of());
    }

    private static Design nested() {
        return Design.named("x")
                .with(site(CITY, Optional.empty(), Optional.of("prod")))
                .with(site(ROOM, Optional.of(CITY), Optional.empty()))
                .with(site(RACK, Optional.of(ROOM), Optional.empty()));
    }

    @Test
    void ancestorsAreInnermostFirst() {
        assertThat(nested().ancestors(RACK)).extracting(Element::id).containsExactly(ROOM, CITY);
        assertThat(nested().children(CITY)).extracting(Element::id).containsExactly(ROOM);
    }

    @Test
    void ancestorsEndWhereTheChainClosesOnItself() {
        Design closed = nested().with(site(CITY, Optional.of(RACK), Optional.empty()));
        assertThat(closed.ancestors(RACK)).extracting(Element::id).containsExactly(ROOM, CITY);
        assertThat(closed.environmentOf(RACK)).isEmpty();
    }

    @Test
    void ancestorsEndWhereAParentIsMissing() {
        assertThat(nested().without(CITY).ancestors(RACK))
                .extracting(Element::id)
                .containsExactly(ROOM);
    }

    @Test
    void environmentAndZoneHoldForEverythingInside() {
        assertThat(nested().environmentOf(RACK)).contains("prod");
        assertThat(nested().trustZoneOf(RACK)).contains("prod");
        Design own = nested().with(site(ROOM, Optional.of(CITY), Optional.of("test")));
        assertThat(own.environmentOf(RACK)).contains("test");
    }

    @Test
    void enclosingFindsTheKindAsked() {
        assertThat(nested().enclosing(RACK, Site.class)).map(Site::id).contains(RACK);
        assertThat(nested().enclosing(RACK, Cluster.class)).isEmpty();
        assertThat(nested().find(RACK, Cluster.class)).isEmpty();
    }

    @Test
    void designIsNotChangedByWhoeverMadeIt() {
        TreeMap<ElementId, Box> boxes = new TreeMap<>(Map.of(CITY, new Box(1, 2, 3, 4)));
        Layout layout = new Layout(boxes);
        boxes.clear();
        assertThat(layout.find(CITY)).contains(new Box(1, 2, 3, 4));
        Design design = nested();
        assertThatThrownBy(() -> design.elements().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void idsAreLowerCaseWords() {
        for (String wrong :
                List.of(
                        "",
                        "A",
                        "-a",
                        "a-",
                        "a/",
                        ".",
                        "a b",
                        "a!b",
                        "a\n",
                        "é",
                        "a".repeat(254))) {
            assertThatThrownBy(() -> ElementId.parse(wrong)).hasMessageContaining("The id (");
        }
        for (String right : List.of("7", "ab", "team/web.api-1_x", "a".repeat(253))) {
            assertThat(ElementId.parse(right)).hasToString(right);
        }
    }

    @Test
    void kindsAreThoseOfTheSealedRoles() {
        assertThat(Kinds.all()).contains(Vlan.class, Workload.class, Firewall.class, DnsZone.class);
        assertThat(Kinds.all()).allMatch(Class::isRecord).doesNotHaveDuplicates();
        assertThat(Kinds.nameOf(CloudNetwork.class)).isEqualTo("cloudNetwork");
        assertThat(Kinds.titleOf(CloudNetwork.class)).isEqualTo("Cloud network");
    }

    @Test
    void interfaceAddressesKeepTheirHostBits() {
        InterfaceAddress address = InterfaceAddress.parse("10.20.0.1/24");
        assertThat(address).hasToString("10.20.0.1/24");
        assertThat(address.network()).hasToString("10.20.0.0/24");
    }
}
