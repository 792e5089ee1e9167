package io.portolan.exporters.firewall.asa;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Gap;
import io.portolan.model.design.Firewall;
import io.portolan.model.format.DesignReader;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remainder;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.View;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The text of a list becomes a block, and the block that text again; what the text cannot say is a
/// gap for each rule.
class AccessListRoundTripTest {
    private static final String DEFAULT = "access-list left-in extended deny ip any any log";
    private static final List<String> TEXT =
            """
            access-list left-in remark portolan flow:F3
            access-list left-in extended permit tcp 10.20.0.0 255.255.255.128 host 10.30.5.10 eq 5432 log
            access-list left-in remark portolan old.cfg:7
            access-list left-in extended deny udp any any
            access-list left-in remark portolan old.cfg:9
            access-list left-in extended permit tcp any host 10.30.5.11 range 8000 8080
            access-list left-in remark portolan old.cfg:12
            access-list left-in extended permit ip host 10.20.0.11 any
            """
                    .lines()
                    .toList();

    /// What the dialect makes of a block that is bound to the interface `left`.
    private record Written(List<String> lines, List<Gap> gaps) {
        static Written of(Block block) {
            AsaNames names = new AsaNames();
            AsaLowering lowering = new AsaLowering(new AsaFaces(firewall()), names);
            lowering.add(
                    new EnforcementPoint(
                            "left-in",
                            "fw",
                            Layer.DEVICE,
                            new Position.AtDevice(
                                    "fw",
                                    Slot.AFTER_DNAT,
                                    View.CURRENT,
                                    Expr.is(new Passage.Enters(Set.of("left")))),
                            Replies.ADMITTED,
                            List.of(block)));
            AsaConfig config =
                    new AsaConfig(
                            List.of(),
                            false,
                            false,
                            names.networks(),
                            names.services(),
                            lowering.lists(),
                            List.of(),
                            List.of());
            String text = AsaWriter.write(config, "test", "fw").artifact("fw.cfg").text();
            List<String> lines =
                    text.lines().filter(line -> line.startsWith("access-list")).toList();
            return new Written(lines, lowering.gaps());
        }

        private static Firewall firewall() {
            return DesignReader.read(
                            """
                            portolan: 1
                            name: small
                            elements:
                              fw:
                                kind: firewall
                                label: fw
                                platform: asa
                                policy: existing
                                interfaces: [{name: left, address: 10.1.0.1/24}]
                            """)
                    .design()
                    .orElseThrow()
                    .all(Firewall.class)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void textBecomesABlockAndTheSameTextAgain() {
        Written again = Written.of(AccessListText.read("left-in", TEXT).block());
        assertThat(again.gaps()).isEmpty();
        List<String> wanted = new ArrayList<>(TEXT);
        wanted.add(DEFAULT);
        assertThat(again.lines()).isEqualTo(wanted);
    }

    @Test
    void whatIsNoLineOfTheListIsLeftOverAndNotDropped() {
        List<String> lines = new ArrayList<>(TEXT);
        lines.add("inspect esmtp");
        assertThat(AccessListText.read("left-in", lines).notAnalysed())
                .containsExactly(
                        new Remainder(
                                new Origin.Line("asa.cfg", lines.size()),
                                "left-in",
                                "inspect esmtp"));
    }

    /// It stays at its place, since whatever follows counts only where it does not match.
    @Test
    void aLineThatIsNotUnderstoodIsARuleThatMayMatch() {
        List<String> lines =
                List.of(
                        "access-list left-in extended permit tcp object-group X any eq 22",
                        "access-list left-in extended deny ip any any");
        Block block = AccessListText.read("left-in", lines).block();
        List<Rule> rules = block.policies().getFirst().rules();
        assertThat(rules).hasSize(2);
        assertThat(rules.getFirst().match().source())
                .isEqualTo(new Expr.Unknown<Peer>("permit tcp object-group X any eq 22"));
        Written again = Written.of(block);
        assertThat(again.gaps()).as("nor is it written wider").hasSize(1);
        assertThat(again.lines()).noneMatch(line -> line.contains("permit"));
    }

    @Test
    void whatTheSyntaxCannotSayIsAGapForEachRule() {
        Expr<Peer> labelled =
                Expr.is(new Peer.Labelled(LabelOwner.WORKLOAD, "app", new Text.Exact("web")));
        Text any = new Text.Present();
        Block block =
                list(
                        rule("by label", Match.any().from(labelled), new Action.Allow()),
                        rule(
                                "by identity",
                                Match.any().from(Expr.is(new Peer.Principal(any, any, any))),
                                new Action.Allow()),
                        rule("jump", Match.any(), new Action.Enter(list())),
                        rule(
                                "by path",
                                Match.any()
                                        .asking(Expr.is(new Request.Path(new Text.Prefix("/x")))),
                                new Action.Allow()));
        Written written = Written.of(block);
        assertThat(written.gaps())
                .extracting(Gap::rule)
                .containsExactly("by label", "by identity", "jump", "by path");
        assertThat(written.lines()).containsExactly(DEFAULT);
    }

    private static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, new Remark(new Origin.Flow("F1"), "", false));
    }

    private static Block list(Rule... rules) {
        Remark remark = new Remark(new Origin.Flow("F1"), "", false);
        return new Block(
                "list",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                List.of(
                        new Policy(
                                "list",
                                1,
                                Expr.any(),
                                PolicyMode.ISOLATES,
                                List.of(rules),
                                remark)),
                new Action.Deny(Refusal.DROP));
    }
}
