package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Vlan;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class DesignUpdateTest {
    private static final String TEXT =
            """
            # The bank, drawn by Anna 😀
            portolan: 1
            name: bank   # working title

            elements:
              # the core
              core:
                kind: vlan
                label:   'Core'  # shown
                tag: 10

              # the edge
              edge:
                  kind: firewall
                  label: Edge
                  platform: asa
                  rules:
                    # mail
                    - name: mail
                      action: permit
                      # whole office
                      sources: 10.0.0.0/8
                    - {name: last, action: deny}   # everything else
                  policy: derived
              dmz: {kind: vlan, label: DMZ, tag: 20}
              # nothing below here

            flows:
              f1:
                from: core
                to: dmz
                intent: allow
                protocol: tcp
                ports: 80,443
                encryption: not-required
            """;

    private static Design design() {
        return DesignReader.read(TEXT).design().orElseThrow();
    }

    private static String update(Function<Design, Design> change) {
        return DesignWriter.update(TEXT, change.apply(design()));
    }

    private static Vlan vlan(String id, int tag) {
        return (Vlan)
                DesignReader.read(
                                "portolan: 1\nname: x\nelements:\n  %s: {kind: vlan, label: L, tag: %d}\n"
                                        .formatted(id, tag))
                        .design()
                        .orElseThrow()
                        .elements()
                        .firstEntry()
                        .getValue();
    }

    private static Firewall edge(Design design) {
        return design.find(new ElementId("edge"), Firewall.class).orElseThrow();
    }

    private static Design withRules(Design design, int from, int to) {
        Firewall f = edge(design);
        return design.with(f.withRules(f.rules().subList(from, to)));
    }

    @Test
    void nothingChangedLeavesEveryByte() {
        assertThat(update(d -> d)).isEqualTo(TEXT);
    }

    @Test
    void changedNameKeepsTheCommentBehindIt() {
        assertThat(update(d -> d.renamed("big bank")))
                .isEqualTo(TEXT.replace("name: bank ", "name: big bank "));
    }

    @Test
    void changedKeyLeavesTheOtherKeysOfItsBlock() {
        assertThat(
                        update(d -> {
                            Vlan v = vlan("core", 11);
                            return d.with(
                                    new Vlan(
                                            v.id(),
                                            "Core",
                                            Optional.empty(),
                                            v.about(),
                                            11,
                                            v.subnet(),
                                            v.gateway(),
                                            v.vrf(),
                                            v.mtu()));
                        }))
                .isEqualTo(TEXT.replace("tag: 10", "tag: 11"));
    }

    @Test
    void newElementStandsBehindTheLast() {
        assertThat(update(d -> d.with(vlan("lab", 30))))
                .isEqualTo(
                        TEXT.replace(
                                "tag: 20}\n",
                                "tag: 20}\n  lab:\n    kind: vlan\n    label: L\n    tag: 30\n"));
    }

    @Test
    void removedElementTakesItsCommentWithIt() {
        String text = update(d -> d.without(new ElementId("core")));
        assertThat(text).doesNotContain("the core").contains("elements:\n\n  # the edge\n  edge:");
    }

    @Test
    void removedItemOfAListLeavesTheCommentsOfTheOthers() {
        assertThat(update(d -> withRules(d, 0, 1)))
                .isEqualTo(
                        TEXT.replace(
                                "        - {name: last, action: deny}   # everything else\n", ""));
        assertThat(update(d -> withRules(d, 1, 2)))
                .contains("{name: last, action: deny}   # everything else")
                .doesNotContain("mail");
    }

    @Test
    void sectionThatWasNotThereIsAdded() {
        String text = DesignWriter.update("portolan: 1\nname: x\n# end", design());
        assertThat(text).startsWith("portolan: 1\nname: bank\n").contains("# end");
        assertThat(DesignReader.read(text).design()).contains(design());
    }

    @Test
    void emptySectionIsFilled() {
        for (String empty : List.of("elements:\n", "elements: {}\n", "elements: # none yet\n")) {
            String old = "portolan: 1\n# top\nname: x\n" + empty + "flows: {}\n";
            String text = DesignWriter.update(old, design());
            assertThat(text).contains("# top");
            assertThat(DesignReader.read(text).design()).as(text).contains(design());
        }
    }

    @Test
    void textThatCannotBeReadIsReplaced() {
        assertThat(DesignWriter.update("portolan: [", design()))
                .isEqualTo(DesignWriter.write(design()));
    }

    @Test
    void aliasesGiveWayWhenTheirAnchorGoes() {
        String old =
                """
                portolan: 1
                name: x
                elements:
                  a: {kind: vlan, label: &l L, tag: 1}
                  b: {kind: vlan, label: *l, tag: 2}
                """;
        Design without = DesignReader.read(old).design().orElseThrow().without(new ElementId("a"));
        assertThat(DesignReader.read(DesignWriter.update(old, without)).design()).contains(without);
    }

    @Test
    void windowsLineEndsAndTheByteOrderMarkStay() {
        String old = "\uFEFF" + TEXT.replace("\n", "\r\n");
        assertThat(DesignWriter.update(old, design().renamed("big")))
                .isEqualTo(old.replace("name: bank", "name: big"));
    }

    @Test
    void updateOfAnyDesignToAnyOtherReadsAsTheOther() {
        Gen.forAll(
                40,
                gen -> {
                    Design before = AnyValue.design(gen);
                    Design after = gen.chance(0.3) ? AnyValue.design(gen) : changed(before, gen);
                    String text = DesignWriter.update(DesignWriter.write(before), after);
                    ReadDesign read = DesignReader.read(text);
                    assertThat(read.problems()).as(text).isEmpty();
                    assertThat(read.design()).contains(after);
                });
    }

    private static Design changed(Design design, Gen gen) {
        Design result = design;
        for (int i = gen.between(1, 3); i > 0; i--) {
            Element element = AnyValue.of(Element.class, gen);
            result = gen.chance(0.3) ? result.without(element.id()) : result.with(element);
        }
        return result;
    }

    @Test
    void commentsOfUntouchedElementsStayInPlace() {
        Gen.forAll(
                40,
                gen -> {
                    Design before = AnyValue.design(gen);
                    String old = commented(DesignWriter.write(before));
                    Design after = changed(before, gen);
                    String text = DesignWriter.update(old, after);
                    assertThat(DesignReader.read(text).design()).contains(after);
                    for (ElementId id : before.elements().keySet()) {
                        if (before.find(id).equals(after.find(id))) {
                            assertThat(text).contains(comment(id.value()) + "  " + key(id) + ":");
                        }
                    }
                });
    }

    private static String key(ElementId id) {
        return YamlScalar.line(Leaves.text(id.value()));
    }

    private static String comment(String id) {
        return "  # about " + id + "\n";
    }

    private static String commented(String text) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (String line : text.split("(?<=\n)", -1)) {
            inside =
                    (line.startsWith(" ") || line.startsWith("\n"))
                            ? inside
                            : line.startsWith("elements:");
            boolean start = inside && line.matches("  [^ ].*\\R?");
            String id = line.strip().replace("\"", "").replaceAll(":.*", "");
            out.append(start ? comment(id) : "").append(line);
        }
        return out.toString();
    }
}
