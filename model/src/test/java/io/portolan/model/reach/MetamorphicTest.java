package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Changes of a plan that must not change the relation, or only in one direction.
final class MetamorphicTest {
    private static final Estate ESTATE = SyntheticEstate.estate(4, 10);
    private static final EnforcementPlan PLAN = SyntheticEstate.plan(4, 10, 40);

    private static Map<String, TrafficSet> relation(Estate estate, EnforcementPlan plan) {
        Map<String, TrafficSet> all = new TreeMap<>();
        Reachability.of(new CompiledDesign(Design.EMPTY, estate, plan))
                .relation()
                .forEach(c -> all.put(c.from() + " " + c.to(), c.traffic()));
        return all;
    }

    private static EnforcementPlan with(UnaryOperator<Policy> change) {
        List<EnforcementPoint> points =
                PLAN.points().stream().map(point -> with(point, change)).toList();
        return new EnforcementPlan(
                points, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static EnforcementPoint with(EnforcementPoint point, UnaryOperator<Policy> change) {
        List<Block> blocks =
                point.blocks().stream()
                        .map(b -> b.with(b.policies().stream().map(change).toList()))
                        .toList();
        return point.with(blocks);
    }

    private static Policy with(Policy policy, List<Rule> rules) {
        return policy.with(rules);
    }

    @Test
    void anotherAllowOfAnIsolatedPodTakesNothingAway() {
        Map<String, TrafficSet> before = relation(ESTATE, PLAN);
        Gen.forAll(
                10,
                gen -> {
                    int port = 80 + 60 * gen.between(0, 299);
                    Match match =
                            Match.any().on(Expr.is(Traffic.to(Transport.TCP, PortSet.of(port))));
                    Map<String, TrafficSet> after =
                            relation(
                                    ESTATE,
                                    with(p ->
                                            p.rules().isEmpty() || gen.chance(0.5)
                                                    ? p
                                                    : with(p, plus(p.rules(), match))));
                    before.forEach((pair, traffic) ->
                            assertThat(after.getOrDefault(pair, TrafficSet.NONE))
                                    .as(pair)
                                    .matches(more -> more.intersection(traffic).equals(traffic)));
                });
    }

    private static List<Rule> plus(List<Rule> rules, Match match) {
        Rule added = new Rule("added", match, new Action.Allow(), rules.getFirst().remark());
        return Stream.concat(rules.stream(), Stream.of(added)).toList();
    }

    @Test
    void aRuleInTwoHalvesIsTheRule() {
        Map<String, TrafficSet> before = relation(ESTATE, PLAN);
        EnforcementPlan halved =
                with(p -> with(p, p.rules().stream().flatMap(MetamorphicTest::halves).toList()));
        assertThat(relation(ESTATE, halved)).isEqualTo(before);
    }

    private static Stream<Rule> halves(Rule rule) {
        Expr<Traffic> low = Expr.is(Traffic.to(Transport.TCP, PortSet.range(0, 9_000)));
        return Stream.of(low, Expr.not(low))
                .map(half ->
                        new Rule(
                                rule.name(),
                                rule.match().on(Expr.allOf(rule.match().traffic(), half)),
                                rule.action(),
                                rule.remark()));
    }

    @Test
    void otherNamesOfLabelsAreTheSameLabels() {
        Map<String, TrafficSet> before = relation(ESTATE, PLAN);
        Estate renamed =
                new Estate(
                        ESTATE.members().stream().map(MetamorphicTest::renamed).toList(),
                        ESTATE.gateways());
        EnforcementPlan plan =
                with(p ->
                        new Policy(
                                p.name(),
                                p.order(),
                                renamed(p.subject()),
                                p.mode(),
                                p.rules().stream().map(MetamorphicTest::renamed).toList(),
                                p.remark()));
        assertThat(relation(renamed, plan)).isEqualTo(before);
    }

    private static Estate.Member renamed(Estate.Member m) {
        Map<LabelOwner, Map<String, String>> labels = new EnumMap<>(LabelOwner.class);
        m.labels()
                .forEach((owner, all) -> {
                    Map<String, String> others = new HashMap<>();
                    all.forEach((key, value) -> others.put("new-" + key, value + "-new"));
                    labels.put(owner, others);
                });
        return new Estate.Member(
                m.name(),
                m.kind(),
                m.realm(),
                m.segment(),
                m.addresses(),
                labels,
                m.namedPorts(),
                m.identity(),
                m.node(),
                m.names(),
                m.listens());
    }

    private static Rule renamed(Rule rule) {
        Match match = rule.match();
        return new Rule(
                rule.name(),
                match.from(renamed(match.source())).to(renamed(match.destination())),
                rule.action(),
                rule.remark());
    }

    private static Expr<Peer> renamed(Expr<Peer> expr) {
        return switch (expr) {
            case Expr.Is<Peer>(Peer.Labelled(var owner, var key, Text.Exact(var value))) ->
                    Expr.is(new Peer.Labelled(owner, "new-" + key, new Text.Exact(value + "-new")));
            case Expr.AllOf<Peer>(var terms) ->
                    new Expr.AllOf<>(terms.stream().map(MetamorphicTest::renamed).toList());
            case Expr.AnyOf<Peer>(var terms) ->
                    new Expr.AnyOf<>(terms.stream().map(MetamorphicTest::renamed).toList());
            case Expr.Not<Peer>(var term) -> Expr.not(renamed(term));
            case Expr.Named<Peer>(var name, var meaning) ->
                    new Expr.Named<>(name, renamed(meaning));
            case Expr.Any<Peer>(), Expr.Is<Peer>(_), Expr.Unknown<Peer>(_) -> expr;
        };
    }

    @Test
    void translationToTheAddressThatIsThereChangesNothing() {
        Map<String, TrafficSet> before = relation(ESTATE, PLAN);
        Target same = new Target.OneOf(List.of(new Target.Unchanged(), new Target.Unchanged()));
        Translation identity =
                new Translation(
                        "same",
                        Match.any(),
                        new Rewrite(same, new PortTarget.Keep()),
                        Rewrite.NONE,
                        PLAN.points()
                                .getFirst()
                                .blocks()
                                .getFirst()
                                .policies()
                                .getFirst()
                                .remark());
        List<NatTable> tables = new ArrayList<>();
        tables.add(new NatTable("same", "cluster", Hook.EGRESS, Expr.any(), List.of(identity)));
        EnforcementPlan plan =
                new EnforcementPlan(
                        PLAN.points(),
                        tables,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(relation(ESTATE, plan)).isEqualTo(before);
    }
}
