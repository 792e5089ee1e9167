package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends of which the design does not say the address, or who has it.
final class UnaddressedTest {
    private static final Remark LINE = new Remark(new Origin.Line("svc.yaml", 1), "", false);

    private static Member member(String name, String segment, List<Cidr> addresses) {
        return new Member(
                name,
                PeerKind.POD,
                "",
                segment,
                addresses,
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static EnforcementPlan plan(List<NatTable> tables, List<Forwarding> routers) {
        return new EnforcementPlan(
                List.of(), tables, List.of(), List.of(), List.of(), routers, List.of());
    }

    private static Verdict verdict(Estate estate, EnforcementPlan plan, Question.Party from) {
        return Reachability.of(new CompiledDesign(Design.EMPTY, estate, plan))
                .evaluate(
                        new Question(
                                from,
                                new Question.Party.Member("server"),
                                Protocol.TCP,
                                PortSet.of(80),
                                Question.Payload.UNSPECIFIED,
                                List.of()));
    }

    private static Estate routed() {
        LinkedHashMap<String, List<String>> gateways = new LinkedHashMap<>();
        gateways.put("left", List.of("r"));
        return new Estate(
                List.of(
                        member("client", "left", List.of(Cidr.parse("10.1.0.1/32"))),
                        member("server", "right", List.of())),
                gateways);
    }

    private static Forwarding router() {
        return new Forwarding(
                "r",
                List.of(
                        new Forwarding.Interface(
                                "l", "l", "", "left", Address.parse("10.1.0.254"))),
                List.of());
    }

    private static void isOpen(Question.Party from, String reason) {
        assertThat(verdict(routed(), plan(List.of(), List.of(router())), from))
                .isInstanceOfSatisfying(
                        Verdict.Undefined.class,
                        open -> assertThat(open.reason()).contains(reason));
    }

    @Test
    void noRouteIsChosenForAnAddressThatNobodySays() {
        isOpen(
                new Question.Party.Member("client"),
                "the address of (server) is not known, so no route can be chosen");
    }

    @Test
    void whoeverIsAtAnAddressOfNobodyIsNowhere() {
        isOpen(
                new Question.Party.At(Address.parse("192.0.2.1")),
                "nobody is known at the source address");
    }

    /// The address of a service is not given out again.
    @Test
    void whoIsDialledHimselfIsNotDialledByTheAddressOfAService() {
        Translation elsewhere =
                new Translation(
                        "svc",
                        Match.any().to(Expr.is(new Peer.At(List.of(Cidr.parse("10.96.0.1/32"))))),
                        Rewrite.NONE,
                        new Rewrite(new Target.Backends(Expr.none()), new PortTarget.Keep()),
                        LINE);
        NatTable services = new NatTable("svc", "c", Hook.SERVICE, Expr.any(), List.of(elsewhere));
        Estate flat =
                new Estate(
                        List.of(
                                member("client", "lan", List.of()),
                                member("server", "lan", List.of())),
                        new LinkedHashMap<>());
        assertThat(
                        verdict(
                                flat,
                                plan(List.of(services), List.of()),
                                new Question.Party.Member("client")))
                .isInstanceOf(Verdict.Allowed.class);
    }
}
