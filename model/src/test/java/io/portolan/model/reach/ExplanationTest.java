package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
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
import io.portolan.model.reach.Question.Party;
import io.portolan.model.reach.Question.Payload;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class ExplanationTest {
    private static final String FROM = SyntheticEstate.name(0, 0);
    private static final String TO = SyntheticEstate.name(0, 1);
    private static final Remark LINE = new Remark(new Origin.Line("np.yaml", 7), "", false);
    private static final Action DENY = new Action.Deny(Refusal.DROP);

    private static Policy policy(String name, PolicyMode mode, Rule... rules) {
        return new Policy(name, 1, Expr.any(), mode, List.of(rules), LINE);
    }

    private static EnforcementPoint point(
            String id, Direction direction, Place place, Policy... policies) {
        return new EnforcementPoint(
                id,
                id,
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, place, Expr.any()),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "policies",
                                new Discipline.DenyOverrides(),
                                List.of(policies),
                                DENY)));
    }

    private static Explanation explained(List<Capture> captures, EnforcementPoint... points) {
        EnforcementPlan plan =
                new EnforcementPlan(
                        List.of(points),
                        List.of(),
                        captures,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return Reachability.of(new CompiledDesign(Design.EMPTY, SyntheticEstate.estate(1, 3), plan))
                .explain(
                        new Question(
                                new Party.Member(FROM),
                                new Party.Member(TO),
                                Protocol.TCP,
                                PortSet.of(80, 443),
                                Payload.UNSPECIFIED,
                                List.of()));
    }

    @Test
    void everyStageGivesTheHeaderToReckonWith() {
        Explanation explanation =
                explained(
                        List.of(),
                        point("out", Direction.OUT, Place.NIC, policy("a", PolicyMode.ISOLATES)),
                        point("in", Direction.IN, Place.NIC, policy("b", PolicyMode.ISOLATES)));
        assertThat(explanation.verdict()).isInstanceOf(Verdict.Denied.class);
        assertThat(explanation.verdict().path())
                .extracting(Hop::point, Hop::subject)
                .containsExactly(tuple("out", Optional.of(FROM)), tuple("in", Optional.of(TO)));
        assertThat(explanation.verdict().path())
                .flatExtracting(hop -> hop.header().stream().toList())
                .allSatisfy(header -> {
                    assertThat(header.source().member()).contains(FROM);
                    assertThat(header.destination().member()).contains(TO);
                    assertThat(header.ports()).contains(PortSet.of(80, 443));
                });
    }

    @Test
    void whatCannotBeDecidedIsSaidInTheWordsOfItsRule() {
        Match opaque = Match.any().on(new Expr.Unknown<>("the field (x) is not known"));
        Rule rule = new Rule("p[0]", opaque, new Action.Allow(), LINE);
        Explanation explanation =
                explained(
                        List.of(),
                        point(
                                "in",
                                Direction.IN,
                                Place.NIC,
                                policy("p", PolicyMode.ISOLATES, rule)));
        assertThat(explanation.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Undefined.class,
                        open ->
                                assertThat(open.reason())
                                        .isEqualTo(
                                                "in: ALLOW by p[0] (the field (x) is not known),"
                                                        + " or DENY by default of policies"));
        assertThat(explanation.verdict().path().getFirst().origin())
                .contains(new Origin.Line("np.yaml", 7));
    }

    @Test
    void whatTheFlowDoesNotSayIsNamedToo() {
        Match put = Match.any().asking(Expr.is(new Request.Method(new Text.Exact("PUT"))));
        Rule rule = new Rule("p[0]", put, new Action.Allow(), LINE);
        Verdict verdict =
                explained(
                                List.of(),
                                point(
                                        "in",
                                        Direction.IN,
                                        Place.NIC,
                                        policy("p", PolicyMode.ISOLATES, rule)))
                        .verdict();
        assertThat(verdict.path().getFirst().because())
                .contains("ALLOW by p[0] (the method of the request is not said)");
    }

    @Test
    void whyAStageMayNotGovernIsSaid() {
        Expr<Peer> some = new Expr.Unknown<>("the labels of nodes are not in the design");
        EnforcementPoint closed =
                point("in", Direction.IN, Place.NIC, policy("p", PolicyMode.ISOLATES));
        EnforcementPoint doubtful =
                new EnforcementPoint(
                        "in",
                        "in",
                        Layer.POD_POLICY,
                        new Position.AtEndpoint(Direction.IN, Place.NIC, some),
                        Replies.ADMITTED,
                        closed.blocks());
        assertThat(explained(List.of(), doubtful).verdict().path().getFirst().because())
                .isEqualTo(
                        "DENY by default of policies, if this stage governs it"
                                + " (the labels of nodes are not in the design)");
    }

    @Test
    void layersThatHaveNoSayAreNamedWithTheReason() {
        EnforcementPoint out =
                point("out", Direction.OUT, Place.NIC, policy("a", PolicyMode.ISOLATES));
        EnforcementPoint elsewhere =
                new EnforcementPoint(
                        "fw",
                        "fw",
                        Layer.DEVICE,
                        new Position.AtBorder(Direction.IN, "vlan"),
                        Replies.ADMITTED,
                        out.blocks());
        EnforcementPoint nobody =
                new EnforcementPoint(
                        "acl",
                        "acl",
                        Layer.CLOUD,
                        new Position.AtEndpoint(Direction.OUT, Place.NIC, Expr.none()),
                        Replies.ADMITTED,
                        out.blocks());
        assertThat(explained(List.of(), out, elsewhere, nobody).silent())
                .containsExactly("devices: none is passed", "cloud filters: none governs " + FROM);
    }

    @Test
    void selectorsAreSaidAsPeopleWriteThem() {
        Expr<Peer> web =
                Expr.allOf(
                        Expr.is(new Peer.OfKind(PeerKind.POD)),
                        Expr.is(
                                new Peer.Labelled(
                                        LabelOwner.NAMESPACE,
                                        "kubernetes.io/metadata.name",
                                        new Text.Exact("shop"))),
                        Expr.not(
                                Expr.is(
                                        new Peer.Labelled(
                                                LabelOwner.WORKLOAD,
                                                "app",
                                                new Text.Exact("web")))));
        assertThat(Selectors.words(web)).isEqualTo("pods, namespace shop, not app=web");
    }

    @Test
    void policiesThatSelectTheEndpointAreNamedAndTheRuleHasItsLine() {
        Rule rule = new Rule("from anyone", Match.any(), new Action.Allow(), LINE);
        Hop hop =
                explained(
                                List.of(),
                                point(
                                        "in",
                                        Direction.IN,
                                        Place.NIC,
                                        policy("deny", PolicyMode.ISOLATES),
                                        policy("open", PolicyMode.ISOLATES, rule)))
                        .verdict()
                        .path()
                        .getFirst();
        assertThat(hop.selectedBy()).containsExactly("deny (everyone)", "open (everyone)");
        assertThat(hop.because()).isEqualTo("from anyone");
        assertThat(hop.origin()).contains(new Origin.Line("np.yaml", 7));
    }

    @Test
    void aPolicyThatIsOnlyShownIsSaidNotToBeEnforced() {
        Hop hop =
                explained(
                                List.of(),
                                point(
                                        "in",
                                        Direction.IN,
                                        Place.NIC,
                                        policy("np", PolicyMode.SHADOW)))
                        .verdict()
                        .path()
                        .getFirst();
        assertThat(hop.outcome()).isEqualTo(Outcome.NOT_IN_SCOPE);
        assertThat(hop.because()).isEqualTo("np is not enforced");
    }

    @Test
    void aPolicyForOthersIsNotNamed() {
        Rule rule = new Rule("from anyone", Match.any(), new Action.Allow(), LINE);
        Policy others =
                new Policy("others", 1, Expr.none(), PolicyMode.ISOLATES, List.of(rule), LINE);
        Policy shown = new Policy("shown", 1, Expr.none(), PolicyMode.SHADOW, List.of(), LINE);
        Policy open = policy("open", PolicyMode.ISOLATES, rule);
        assertThat(inbound(others, shown, open).selectedBy()).containsExactly("open (everyone)");
        assertThat(inbound(others, shown).because()).isEqualTo("not selected by policies");
        Policy loose = policy("loose", PolicyMode.OPEN);
        assertThat(inbound(loose).because()).isEqualTo("not selected by policies");
    }

    @Test
    void whatThePlatformExemptsIsNotNamed() {
        Remark platform = new Remark(new Origin.BuiltIn("its node"), "", false);
        Policy exempt =
                new Policy("exempt", 1, Expr.any(), PolicyMode.ISOLATES, List.of(), platform);
        Policy written = policy("written", PolicyMode.ISOLATES);
        Hop hop =
                inbound(
                        List.of(
                                block("exempt", new Action.Pass(), exempt, written),
                                block("policies", DENY, exempt, written)));
        assertThat(hop.selectedBy())
                .containsExactly("written (everyone)", "exempt (everyone)", "written (everyone)");
    }

    /// The line of the inner rule; where none of them decides, that of the rule that entered.
    @Test
    void aRuleInsideABlockHasItsOwnLine() {
        Remark inner = new Remark(new Origin.Line("chain.conf", 9), "", false);
        Rule denied = new Rule("inner", Match.any(), DENY, inner);
        Policy chain =
                new Policy("chain", 1, Expr.any(), PolicyMode.ISOLATES, List.of(denied), inner);
        Hop hop = inbound(policy("p", PolicyMode.ISOLATES, entering(chain)));
        assertThat(hop.because()).isEqualTo("jump > inner");
        assertThat(hop.origin()).contains(new Origin.Line("chain.conf", 9));
        Policy empty = new Policy("chain", 1, Expr.any(), PolicyMode.ISOLATES, List.of(), inner);
        Hop byDefault = inbound(policy("p", PolicyMode.ISOLATES, entering(empty)));
        assertThat(byDefault.because()).isEqualTo("jump > default of chain");
        assertThat(byDefault.origin()).contains(new Origin.Line("np.yaml", 7));
    }

    private static Rule entering(Policy policy) {
        return new Rule("jump", Match.any(), new Action.Enter(block("chain", DENY, policy)), LINE);
    }

    private static Block block(String name, Action otherwise, Policy... policies) {
        return new Block(name, new Discipline.DenyOverrides(), List.of(policies), otherwise);
    }

    private static Hop inbound(Policy... policies) {
        return inbound(List.of(block("policies", DENY, policies)));
    }

    private static Hop inbound(List<Block> blocks) {
        return explained(
                        List.of(),
                        new EnforcementPoint(
                                "in",
                                "in",
                                Layer.POD_POLICY,
                                new Position.AtEndpoint(Direction.IN, Place.NIC, Expr.any()),
                                Replies.ADMITTED,
                                blocks))
                .verdict()
                .path()
                .getFirst();
    }

    @Test
    void aProxyThatDoesNotTakeOverTheConnectionIsNotInScope() {
        Capture never = new Capture("mesh", Expr.none(), Match.any(), Match.any());
        Hop hop =
                explained(
                                List.of(never),
                                point(
                                        "mesh",
                                        Direction.IN,
                                        Place.PROXY,
                                        policy("p", PolicyMode.ISOLATES)))
                        .verdict()
                        .path()
                        .getFirst();
        assertThat(hop.outcome()).isEqualTo(Outcome.NOT_IN_SCOPE);
        assertThat(hop.because()).isEqualTo("mesh does not take this connection over");
    }

    @Test
    void anAnswerForSeveralPortsNamesOneOfThem() {
        Explanation.Witness witness = explained(List.of()).witness();
        assertThat(witness.port()).isEqualTo(80);
        assertThat(witness.ports()).isEqualTo(2);
        assertThat(witness.pairs()).isEqualTo(1);
        assertThat(witness.isOneOfMany()).isTrue();
        assertThat(witness.from()).isEqualTo(FROM + " (10.64.0.0)");
    }
}
