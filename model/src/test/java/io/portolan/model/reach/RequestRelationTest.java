package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;
import io.portolan.model.reach.Question.Payload;
import io.portolan.model.reach.Relation.Conditional;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

final class RequestRelationTest {
    private static final String FROM = SyntheticEstate.name(0, 0);
    private static final String TO = SyntheticEstate.name(0, 1);
    private static final Remark REMARK = new Remark(new Origin.BuiltIn("test"), "", false);
    private static final Action ALLOW = new Action.Allow();
    private static final Action DENY = new Action.Deny(Refusal.DROP);
    private static final List<String> HOSTS = List.of("a.shop", "x.y.shop", "shop", "other");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT");
    private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/b", "/a/x.png", "/ab");

    private static Reachability reachability(Rule... rules) {
        Policy policy =
                new Policy("requests", 0, Expr.any(), PolicyMode.ISOLATES, List.of(rules), REMARK);
        EnforcementPoint point =
                new EnforcementPoint(
                        "proxy",
                        "mesh",
                        Layer.MESH,
                        new Position.AtEndpoint(Direction.IN, Place.NIC, Expr.any()),
                        Replies.ADMITTED,
                        List.of(
                                new Block(
                                        "rules",
                                        new Discipline.DenyOverrides(),
                                        List.of(policy),
                                        DENY)));
        EnforcementPlan plan =
                new EnforcementPlan(
                        List.of(point),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return Reachability.of(
                new CompiledDesign(Design.EMPTY, SyntheticEstate.estate(1, 3), plan));
    }

    private static Rule rule(Action action, Expr<Request> request, int... ports) {
        Expr<Traffic> traffic = Expr.is(Traffic.to(Transport.TCP, PortSet.of(ports)));
        return new Rule("r", Match.any().on(traffic).asking(request), action, REMARK);
    }

    private static Expr<Request> method(String name) {
        return Expr.is(new Request.Method(new Text.Exact(name)));
    }

    private static Expr<Request> path(Text test) {
        return Expr.is(new Request.Path(test));
    }

    private static List<String> words(Reachability reachability) {
        return reachability.relation().conditional(FROM, TO).stream()
                .map(c -> c.requests() + " on " + c.ports())
                .toList();
    }

    @Test
    void anAllowWithARequestIsOpenToThatRequestOnly() {
        Expr<Request> request = Expr.allOf(method("GET"), path(new Text.Prefix("/a")));
        Reachability reachability = reachability(rule(ALLOW, request, 80, 8080));
        assertThat(reachability.relation().allowed(FROM, TO).isEmpty()).isTrue();
        assertThat(words(reachability)).containsExactly("methods=GET;paths=/a* on 80,8080");
    }

    @Test
    void aDenyWithARequestLeavesTheOthers() {
        Reachability reachability =
                reachability(rule(ALLOW, Expr.any(), 80), rule(DENY, method("POST"), 80));
        assertThat(words(reachability)).containsExactly("methods!=POST on 80");
    }

    @Test
    void whatNoSingleTestSaysIsSaidByAllOfThem() {
        Expr<Request> request =
                Expr.allOf(path(new Text.Prefix("/a")), Expr.not(path(new Text.Suffix(".png"))));
        assertThat(words(reachability(rule(ALLOW, request, 80))))
                .containsExactly("paths=/a*;paths!=*.png on 80");
    }

    @Test
    void regularExpressionsStayUndecided() {
        Reachability reachability =
                reachability(
                        rule(ALLOW, path(new Text.Regex("/a.*")), 80),
                        rule(ALLOW, method("GET"), 80));
        assertThat(words(reachability)).containsExactly("methods=GET on 80");
    }

    private static Expr<Request> serverName(Text test) {
        return Expr.is(new Request.ServerName(test));
    }

    @Test
    void anAllowWithAServerNameIsOpenToThatNameOnly() {
        Expr<Request> names =
                Expr.anyOf(
                        serverName(new Text.Exact("a.shop")),
                        serverName(new Text.Under("b.shop", Depth.ANY)));
        Reachability reachability = reachability(rule(ALLOW, names, 443));
        assertThat(reachability.relation().allowed(FROM, TO).isEmpty()).isTrue();
        assertThat(words(reachability)).containsExactly("serverNames=a.shop|*.b.shop on 443");
    }

    @Test
    void aDenyWithAServerNameLeavesTheOtherNames() {
        Reachability reachability =
                reachability(
                        rule(ALLOW, Expr.any(), 443),
                        rule(DENY, serverName(new Text.Exact("a.shop")), 443));
        assertThat(words(reachability)).containsExactly("serverNames!=a.shop on 443");
    }

    /// Requests in clear have no server name, and names tell nothing of what is inside.
    @Test
    void requestsAndServerNamesAreToldApart() {
        Reachability reachability =
                reachability(
                        rule(ALLOW, method("GET"), 80),
                        rule(ALLOW, serverName(new Text.Exact("a.shop")), 80, 443));
        assertThat(words(reachability))
                .containsExactly("methods=GET on 80", "serverNames=a.shop on 80,443");
        Reachability denied =
                reachability(
                        rule(ALLOW, Expr.any(), 80),
                        rule(DENY, method("GET"), 80),
                        rule(DENY, serverName(new Text.Exact("a.shop")), 80));
        assertThat(words(denied))
                .containsExactly("methods!=GET on 80", "serverNames!=a.shop on 80");
    }

    /// Every name is still TLS alone, and every request in clear no TLS.
    @Test
    void neverIsARowWithoutAConditionMadeOfThem() {
        Reachability any = reachability(rule(ALLOW, serverName(new Text.Present()), 443));
        assertThat(words(any)).containsExactly("serverNames=* on 443");
        Reachability both =
                reachability(
                        rule(ALLOW, method("GET"), 80),
                        rule(ALLOW, Expr.not(method("GET")), 80),
                        rule(DENY, serverName(new Text.Exact("a.shop")), 80));
        assertThat(words(both)).containsExactly("methods=* on 80", "serverNames!=a.shop on 80");
    }

    @Test
    void unconditionalTrafficIsNotSaidTwice() {
        Reachability reachability =
                reachability(rule(ALLOW, Expr.any(), 80), rule(ALLOW, method("GET"), 443));
        List<String> visited = new ArrayList<>();
        reachability
                .relation()
                .forEachWithRequests(
                        c -> visited.add(c.traffic().tcp() + " and " + c.conditional()));
        assertThat(words(reachability)).containsExactly("methods=GET on 443");
        assertThat(visited).isNotEmpty();
    }

    @Test
    void conditionsSayOfEveryRequestWhatThePathSays() {
        Gen.forAll(
                300,
                gen -> {
                    Reachability reachability =
                            reachability(randomRule(gen), randomRule(gen), randomRule(gen));
                    Relation relation = reachability.relation();
                    PortSet always = relation.allowed(FROM, TO).tcp();
                    List<Conditional> conditional = relation.conditional(FROM, TO);
                    for (int i = 0; i < 10; i++) {
                        String host = gen.oneOf(HOSTS);
                        String method = gen.oneOf(METHODS);
                        String path = gen.oneOf(PATHS);
                        PortSet open = always;
                        for (Conditional one : conditional) {
                            if (one.requests().contains(host, method, path)) {
                                open = open.union(one.ports());
                            }
                        }
                        assertThat(open)
                                .as("%s %s%s by %s", method, host, path, conditional)
                                .isEqualTo(asked(reachability, host, method, path));
                    }
                });
    }

    private static PortSet asked(
            Reachability reachability, String host, String method, String path) {
        Payload payload =
                new Payload(
                        Optional.empty(),
                        Optional.of(host),
                        Optional.of(method),
                        Optional.of(path),
                        false);
        PortSet open = PortSet.NONE;
        for (int port : new int[] {80, 443, 8080}) {
            Question question =
                    new Question(
                            new Question.Party.Member(FROM),
                            new Question.Party.Member(TO),
                            new Protocol(Transport.TCP.number()),
                            PortSet.of(port),
                            payload,
                            List.of());
            if (reachability.evaluate(question) instanceof Verdict.Allowed) {
                open = open.union(PortSet.of(port));
            }
        }
        return open;
    }

    private static Rule randomRule(Gen gen) {
        int[] ports =
                gen.chance(0.5) ? new int[] {80, 443} : new int[] {gen.oneOf(List.of(80, 8080))};
        return rule(gen.chance(0.7) ? ALLOW : DENY, randomRequest(gen, 2), ports);
    }

    private static Expr<Request> randomRequest(Gen gen, int depth) {
        return switch (gen.between(0, depth > 0 ? 5 : 2)) {
            case 0 -> method(gen.oneOf(METHODS));
            case 1 -> path(randomText(gen));
            case 2 -> Expr.is(new Request.Host(randomHost(gen)));
            case 3 -> Expr.not(randomRequest(gen, depth - 1));
            case 4 -> Expr.allOf(randomRequest(gen, depth - 1), randomRequest(gen, depth - 1));
            default -> Expr.anyOf(randomRequest(gen, depth - 1), randomRequest(gen, depth - 1));
        };
    }

    private static Text randomText(Gen gen) {
        String path = gen.oneOf(PATHS);
        return gen.oneOf(
                List.of(
                        new Text.Exact(path),
                        new Text.Prefix(path),
                        new Text.Suffix(path),
                        new Text.Contains(path),
                        new Text.OneOf(new TreeSet<>(List.of(path, "/b")))));
    }

    private static Text randomHost(Gen gen) {
        String host = gen.oneOf(HOSTS);
        return gen.oneOf(
                List.of(
                        new Text.Exact(host),
                        new Text.Under("shop", Depth.ONE_LABEL),
                        new Text.Under("shop", Depth.ANY),
                        new Text.Suffix("hop"),
                        new Text.Present()));
    }
}
