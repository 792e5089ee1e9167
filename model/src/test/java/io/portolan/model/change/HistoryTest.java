package io.portolan.model.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.About;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Governance;
import io.portolan.model.design.Intent;
import io.portolan.model.design.Link;
import io.portolan.model.design.Site;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Remainder;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class HistoryTest {
    private static ElementId id(Gen gen) {
        return new ElementId("e" + gen.between(1, 5));
    }

    private static Site site(ElementId id, String label) {
        return new Site(id, label, Optional.empty(), About.NOTHING, List.of());
    }

    private static Flow flow(String id, ElementId from, ElementId to) {
        return new Flow(
                id,
                from,
                to,
                Intent.ALLOW,
                Protocol.TCP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Encryption.NOT_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Link link(String id, ElementId from, ElementId to) {
        return new Link(id, from, Optional.empty(), to, Optional.empty(), Optional.empty());
    }

    private static EnforcementPlan found(String text) {
        EnforcementPlan empty = EnforcementPlan.EMPTY;
        return new EnforcementPlan(
                empty.points(),
                empty.natTables(),
                empty.captures(),
                empty.legs(),
                empty.relays(),
                empty.routers(),
                List.of(new Remainder(new Origin.BuiltIn("x"), "a", text)));
    }

    private static Change change(Gen gen) {
        String number = Integer.toString(gen.between(1, 5));
        return switch (gen.between(0, 10)) {
            case 0, 1 -> new Change.Put("put", site(id(gen), number));
            case 2 -> new Change.Remove("remove", List.of(id(gen), id(gen)));
            case 3 -> new Change.PutFlow("flow", flow("f" + number, id(gen), id(gen)));
            case 4 -> new Change.RemoveFlow("no flow", "f" + number);
            case 5 -> new Change.PutLink("link", link("l" + number, id(gen), id(gen)));
            case 6 -> new Change.RemoveLink("no link", "l" + number);
            case 7 ->
                    new Change.Move(
                            "move",
                            new LinkedHashMap<>(
                                    Map.of(id(gen), new Box(gen.between(0, 9), 0, 10, 10))));
            case 8 -> new Change.Observe("observe", found(number));
            case 9 ->
                    new Change.Govern(
                            "govern", new Governance(List.of(number), Map.of(), List.of()));
            default ->
                    new Change.All(
                            "all", List.of(new Change.RenameDesign("name", number), change(gen)));
        };
    }

    @Test
    void undoGivesBackTheDesignFromBefore() {
        Gen.forAll(
                300,
                gen -> {
                    History history = History.of(Design.named("x"));
                    List<Design> seen = new ArrayList<>(List.of(history.present()));
                    for (int i = gen.between(1, 12); i > 0; i--) {
                        history = history.apply(change(gen));
                        seen.add(history.present());
                    }
                    for (Design before : seen.reversed()) {
                        assertThat(history.present()).isEqualTo(before);
                        history = history.undo();
                    }
                    for (Design after : seen.subList(1, seen.size())) {
                        history = history.redo();
                        assertThat(history.present()).isEqualTo(after);
                    }
                    assertThat(history.redo()).isEqualTo(history);
                });
    }

    @Test
    void undoWithoutAPastChangesNothing() {
        History history = History.of(Design.EMPTY);
        assertThat(history.undo()).isEqualTo(history);
    }

    @Test
    void newChangeForgetsWhatWasUndone() {
        History history =
                History.of(Design.EMPTY)
                        .apply(new Change.RenameDesign("a", "a"))
                        .undo()
                        .apply(new Change.RenameDesign("b", "b"));
        assertThat(history.future()).isEmpty();
        assertThat(history.redo().present().name()).isEqualTo("b");
    }

    @Test
    void changesBetweenTwoDesignsLeadFromOneToTheOther() {
        Gen.forAll(
                300,
                gen -> {
                    Design from = changed(Design.named("x"), gen);
                    Design to = changed(from, gen);
                    Design result = Changes.between("to", from, to).applyTo(from);
                    assertThat(result).isEqualTo(to);
                    assertThat(Changes.between("none", to, to))
                            .isEqualTo(new Change.All("none", List.of()));
                });
    }

    private static Design changed(Design design, Gen gen) {
        Design result = design;
        for (int i = gen.between(0, 12); i > 0; i--) {
            result = change(gen).applyTo(result);
        }
        return result;
    }
}
