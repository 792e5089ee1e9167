package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class RelationTest {
    private static final Cidr SERVICE = Cidr.parse("240.0.0.1/32");
    private static final Estate ESTATE = SyntheticEstate.estate(4, 10);

    private static Reachability reachability(EnforcementPlan plan) {
        return Reachability.of(new CompiledDesign(Design.EMPTY, ESTATE, plan));
    }

    @Test
    void relationSaysOfEveryPairWhatThePathSays() {
        EnforcementPlan plan = SyntheticEstate.plan(4, 10, 30);
        Reachability reachability = reachability(plan);
        Relation relation = reachability.relation();
        Gen.forAll(
                1_500,
                gen -> {
                    String from = SyntheticEstate.name(gen.between(0, 3), gen.between(0, 9));
                    String to = SyntheticEstate.name(gen.between(0, 3), gen.between(0, 9));
                    Transport transport = gen.oneOf(List.of(Transport.values()));
                    new RelatedPair(from, to, transport, PortSet.ALL, ESTATE, plan)
                            .agrees(reachability, relation);
                });
    }

    @Test
    void outsideIsCutWhereBlocksOfRulesBegin() {
        Relation relation = reachability(SyntheticEstate.plan(4, 10, 60)).relation();
        assertThat(relation.externalBlocks())
                .contains(Cidr.parse("172.16.0.0/16"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void visitsExactlyThePairsWithSomethingAllowedInOrder() {
        Relation relation = reachability(SyntheticEstate.plan(4, 10, 30)).relation();
        List<String> visited = new ArrayList<>();
        relation.forEach(c -> {
            if (c.from() instanceof Relation.End.Member(var from)
                    && c.to() instanceof Relation.End.Member(var to)) {
                visited.add(from + " " + to);
                assertThat(c.traffic()).isEqualTo(relation.allowed(from, to));
            }
        });
        assertThat(visited).isSorted().doesNotHaveDuplicates();
        long open =
                ESTATE.members().stream()
                        .flatMap(a ->
                                ESTATE.members().stream()
                                        .filter(b -> !b.equals(a))
                                        .map(b -> relation.allowed(a.name(), b.name())))
                        .filter(traffic -> !traffic.isEmpty())
                        .count();
        assertThat(visited).hasSize((int) open);
    }

    @Test
    void everybodyReachesEverybodyWithoutAPlan() {
        Relation relation = reachability(EnforcementPlan.EMPTY).relation();
        assertThat(relation.allowed(SyntheticEstate.name(0, 0), SyntheticEstate.name(3, 9)))
                .isEqualTo(TrafficSet.ALL);
        assertThat(relation.externalBlocks()).containsExactly(Cidr.all(false), Cidr.all(true));
    }

    /// As imports have them: no addresses, ports with names, services at invented addresses.
    private static List<Estate.Member> withoutAddresses() {
        List<Estate.Member> members = new ArrayList<>();
        for (Estate.Member m : ESTATE.members()) {
            members.add(
                    new Estate.Member(
                            m.name(),
                            m.kind(),
                            m.realm(),
                            m.segment(),
                            List.of(),
                            m.labels(),
                            Map.of("http", List.of(new NamedPort(Transport.TCP, members.size()))),
                            m.identity(),
                            m.node(),
                            m.names(),
                            m.listens()));
        }
        return members;
    }

    private static Reachability imported() {
        return Reachability.of(new CompiledDesign(Design.EMPTY, unknown(), importedPlan()));
    }

    private static Estate unknown() {
        return new Estate(withoutAddresses(), new LinkedHashMap<>());
    }

    private static EnforcementPlan importedPlan() {
        return new EnforcementPlan(
                SyntheticEstate.plan(4, 10, 30).points(),
                List.of(services()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static NatTable services() {
        Expr<Peer> service = Expr.is(new Peer.At(List.of(SERVICE)));
        Translation toPods =
                new Translation(
                        "shop:80",
                        Match.any().to(service),
                        Rewrite.NONE,
                        new Rewrite(new Target.Backends(Expr.any()), new PortTarget.ToNumber(80)),
                        new Remark(new Origin.BuiltIn("service shop"), "", false));
        return new NatTable("services", "cluster", Hook.SERVICE, Expr.any(), List.of(toPods));
    }

    @Test
    void podsWithoutAddressesAreDialledPastTheServices() {
        Reachability reachability = imported();
        Relation relation = reachability.relation();
        Relation drawn = reachability(SyntheticEstate.plan(4, 10, 30)).relation();
        Gen.forAll(
                500,
                gen -> {
                    String from = SyntheticEstate.name(gen.between(0, 3), gen.between(0, 9));
                    String to = SyntheticEstate.name(gen.between(0, 3), gen.between(0, 9));
                    new RelatedPair(from, to, Transport.TCP, PortSet.ALL, unknown(), importedPlan())
                            .agrees(reachability, relation);
                    assertThat(relation.allowed(from, to).tcp())
                            .as("%s to %s", from, to)
                            .isEqualTo(drawn.allowed(from, to).tcp());
                });
    }

    /// Pods of which nobody says the address, under rules about private and public blocks.
    @Test
    void relationSaysOfUnknownAddressesWhatThePathSays() {
        for (String block : List.of("10.0.0.0/8", "198.51.100.0/24", "0.0.0.0/0")) {
            Expr<Peer> peer = Expr.is(new Peer.At(List.of(Cidr.parse(block))));
            for (Expr<Peer> from : List.of(peer, Expr.not(peer))) {
                for (Action action : List.of(new Action.Allow(), new Action.Deny(Refusal.DROP))) {
                    new RelationUnderTest(everyoneFrom(from, action), unknown()).agrees(40, 1);
                }
            }
        }
    }

    /// One list for everybody: what comes from there on one port, then everything on another.
    private static EnforcementPlan everyoneFrom(Expr<Peer> from, Action action) {
        Remark remark = new Remark(new Origin.Line("np.yaml", 1), "", false);
        Match there = Match.any().from(from);
        Match open = Match.any().on(Expr.is(Traffic.to(Transport.TCP, PortSet.of(80))));
        List<Rule> rules =
                List.of(
                        new Rule("there", there, action, remark),
                        new Rule("open", open, new Action.Allow(), remark));
        EnforcementPoint point =
                new EnforcementPoint(
                        "list",
                        "cluster",
                        Layer.POD_POLICY,
                        new Position.AtEndpoint(Direction.IN, Place.NIC, Expr.any()),
                        Replies.ADMITTED,
                        List.of(
                                new Block(
                                        "list",
                                        new Discipline.FirstMatch(Ties.AS_LISTED),
                                        List.of(
                                                new Policy(
                                                        "list",
                                                        1,
                                                        Expr.any(),
                                                        PolicyMode.ISOLATES,
                                                        rules,
                                                        remark)),
                                        new Action.Deny(Refusal.DROP))));
        return new EnforcementPlan(
                List.of(point), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void addressesOfServicesAreNotVisited() {
        Relation relation = imported().relation();
        assertThat(relation.externalBlocks()).contains(SERVICE);
        List<String> visited = new ArrayList<>();
        relation.forEach(c -> {
            visited.add(c.from() + " " + c.to());
            assertThat(List.of(c.from(), c.to()))
                    .doesNotContain(new Relation.End.Outside(SERVICE.first(), SERVICE.last()));
        });
        assertThat(visited).isNotEmpty();
    }
}
