package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Origin;
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

import org.junit.jupiter.api.Test;

import java.util.List;

/// Where ports go different ways, the way that is shown is one that bears the verdict out.
final class ShownWayTest {
    private static final String FROM = SyntheticEstate.name(0, 0);
    private static final String TO = SyntheticEstate.name(0, 1);
    private static final Remark LINE = new Remark(new Origin.Line("np.yaml", 7), "", false);
    private static final Action DENY = new Action.Deny(Refusal.DROP);

    /// Port 80 stays, 443 becomes 8443 on the way: the second way.
    private static Verdict verdict(Action on8443, Target of443) {
        Match match = Match.any().on(tcp(443));
        Rewrite rewrite = new Rewrite(of443, new PortTarget.ToNumber(8443));
        NatTable table =
                new NatTable(
                        "t",
                        "cluster",
                        Hook.SERVICE,
                        Expr.any(),
                        List.of(
                                new Translation(
                                        "80",
                                        Match.any().on(tcp(80)),
                                        Rewrite.NONE,
                                        new Rewrite(
                                                new Target.Unchanged(),
                                                new PortTarget.ToNumber(80)),
                                        LINE),
                                new Translation("443", match, Rewrite.NONE, rewrite, LINE)));
        EnforcementPlan plan =
                new EnforcementPlan(
                        List.of(point(on8443)),
                        List.of(table),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return Reachability.of(new CompiledDesign(Design.EMPTY, SyntheticEstate.estate(1, 3), plan))
                .evaluate(
                        new Question(
                                new Question.Party.Member(FROM),
                                new Question.Party.Member(TO),
                                Protocol.TCP,
                                PortSet.of(80, 443),
                                Question.Payload.UNSPECIFIED,
                                List.of()));
    }

    private static EnforcementPoint point(Action on8443) {
        Rule special = new Rule("special", Match.any().on(tcp(8443)), on8443, LINE);
        Rule rest = new Rule("rest", Match.any(), new Action.Allow(), LINE);
        Policy policy =
                new Policy("p", 1, Expr.any(), PolicyMode.ISOLATES, List.of(special, rest), LINE);
        return new EnforcementPoint(
                "in",
                "in",
                Layer.POD_POLICY,
                new Position.AtEndpoint(Direction.IN, Place.NIC, Expr.any()),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "b",
                                new Discipline.FirstMatch(Ties.AS_LISTED),
                                List.of(policy),
                                DENY)));
    }

    private static Expr<Traffic> tcp(int port) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.of(port)));
    }

    @Test
    void theWayThatIsDenied() {
        assertThat(verdict(DENY, new Target.Unchanged()))
                .isInstanceOfSatisfying(
                        Verdict.Partly.class,
                        partly -> {
                            assertThat(partly.allowed()).isEqualTo(PortSet.of(80));
                            assertThat(partly.by().because()).isEqualTo("special");
                        });
    }

    @Test
    void theWayThatEndsNowhere() {
        assertThat(verdict(DENY, new Target.Backends(Expr.none())))
                .isInstanceOfSatisfying(
                        Verdict.Partly.class,
                        partly -> assertThat(partly.by().because()).isEqualTo("no backend"));
    }

    @Test
    void theWayThatIsOpen() {
        Action either = new Action.Either("a schedule", List.of(new Action.Allow(), DENY));
        assertThat(verdict(either, new Target.Unchanged()))
                .isInstanceOfSatisfying(
                        Verdict.Undefined.class,
                        open -> assertThat(open.reason()).contains("a schedule"));
    }
}
