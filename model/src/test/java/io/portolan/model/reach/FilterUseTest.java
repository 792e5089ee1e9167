package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.View;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

final class FilterUseTest {
    private static final Estate NOBODY = new Estate(List.of(), new LinkedHashMap<>());
    private static final Remark REMARK = new Remark(new Origin.Line("acl", 1), "", false);

    /// A rule of one octet: hosts 10.0.0.`low` to `high` as sources and destinations.
    private record Line(String from, String to, int lowPort, int highPort) {}

    private static EnforcementPoint acl(List<Line> lines) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Match match =
                    Match.any()
                            .from(at(line.from()))
                            .to(at(line.to()))
                            .on(
                                    Expr.is(
                                            Traffic.to(
                                                    Transport.TCP,
                                                    PortSet.range(
                                                            line.lowPort(), line.highPort()))));
            Action action = i % 2 == 0 ? new Action.Allow() : new Action.Deny(Refusal.DROP);
            rules.add(new Rule("line " + i, match, action, REMARK));
        }
        Policy policy = new Policy("acl", 1, Expr.any(), PolicyMode.ISOLATES, rules, REMARK);
        return new EnforcementPoint(
                "fw",
                "fw",
                Layer.DEVICE,
                new Position.AtDevice("fw", Slot.BEFORE_SNAT, View.CURRENT, Expr.any()),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "acl",
                                new Discipline.FirstMatch(Ties.AS_LISTED),
                                List.of(policy),
                                new Action.Deny(Refusal.DROP))));
    }

    private static Expr<Peer> at(String block) {
        return Expr.is(new Peer.At(List.of(Cidr.parse(block))));
    }

    private static List<String> idle(List<Line> lines) {
        return FilterUse.idle(acl(lines), NOBODY).stream().map(Rule::name).toList();
    }

    @Test
    void aRuleBehindAWiderOneNeverDecides() {
        assertThat(
                        idle(
                                List.of(
                                        new Line("10.0.0.0/8", "10.1.0.0/16", 0, 65535),
                                        new Line("10.2.0.0/16", "10.1.2.0/24", 22, 22))))
                .containsExactly("line 1");
    }

    @Test
    void severalRulesTogetherHideOne() {
        assertThat(
                        idle(
                                List.of(
                                        new Line("10.0.0.0/9", "10.1.0.0/16", 0, 1023),
                                        new Line("10.128.0.0/9", "10.1.0.0/16", 0, 65535),
                                        new Line("10.0.0.0/9", "10.1.0.0/16", 1024, 65535),
                                        new Line("10.0.0.0/8", "10.1.0.0/16", 443, 8080))))
                .containsExactly("line 3");
    }

    @Test
    void oneOpenPortIsEnoughToBeOfUse() {
        assertThat(
                        idle(
                                List.of(
                                        new Line("10.0.0.0/8", "10.1.0.0/16", 1, 65535),
                                        new Line("10.0.0.0/8", "10.1.0.0/16", 0, 1))))
                .isEmpty();
    }

    @Test
    void familiesDoNotMeet() {
        assertThat(
                        idle(
                                List.of(
                                        new Line("0.0.0.0/0", "0.0.0.0/0", 0, 65535),
                                        new Line("::/0", "::/0", 0, 65535),
                                        new Line("10.0.0.0/8", "10.1.0.0/16", 0, 1))))
                .containsExactly("line 2");
    }

    /// Every single packet of a small world, one after the other.
    @Test
    void isExactlyWhatTryingEveryPacketSays() {
        Gen.forAll(
                200,
                gen -> {
                    List<Line> lines = new ArrayList<>();
                    for (int i = 0; i < 6; i++) {
                        int port = gen.between(0, 3);
                        lines.add(new Line(block(gen), block(gen), port, gen.between(port, 3)));
                    }
                    assertThat(idle(lines)).as("%s", lines).isEqualTo(tried(lines));
                });
    }

    private static String block(Gen gen) {
        int length = gen.between(29, 32);
        int size = 1 << (32 - length);
        return "10.0.0.%d/%d".formatted(gen.between(0, 7) / size * size, length);
    }

    private static List<String> tried(List<Line> lines) {
        boolean[] used = new boolean[lines.size()];
        for (int packet = 0; packet < 8 * 8 * 4; packet++) {
            for (int i = 0; i < used.length; i++) {
                if (matches(lines.get(i), packet / 32, packet / 4 % 8, packet % 4)) {
                    used[i] = true;
                    break;
                }
            }
        }
        List<String> idle = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                idle.add("line " + i);
            }
        }
        return idle;
    }

    private static boolean matches(Line line, int from, int to, int port) {
        return contains(line.from(), from)
                && contains(line.to(), to)
                && line.lowPort() <= port
                && port <= line.highPort();
    }

    private static boolean contains(String block, int host) {
        return Cidr.parse(block).contains(Cidr.parse("10.0.0." + host).first());
    }
}
