package io.portolan.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.change.Change;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.ChainHook;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterChain;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.builtin.remedy.Advice;
import io.portolan.model.rule.builtin.remedy.Remedies;
import io.portolan.model.rule.builtin.remedy.Remedy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// That quick fixes repair what they say and nothing else.
class QuickFixTest {
    private static Design fixed(String rule, Design design) {
        Change fix =
                RuleLab.findings(rule, design).getFirst().fix().orElseThrow(AssertionError::new);
        return fix.applyTo(design);
    }

    private static Verdict verdict(Design design, String flow) {
        CompiledDesign compiled = PlanCompiler.compile(design);
        return Reachability.of(compiled)
                .evaluate(Optional.ofNullable(design.flows().get(flow)).orElseThrow());
    }

    @Test
    void aBlockedFlowIsPermittedBeforeTheRuleThatDeniesIt() {
        Design fixed = fixed("FLW-001", RulePage.of("FLW-001").bad());
        List<FilterRule> rules =
                fixed.find(ElementId.parse("fw"), Firewall.class).orElseThrow().rules();
        assertThat(rules).extracting(FilterRule::name).containsExactly("allow-pc-db", "rest");
        FilterRule added = rules.getFirst();
        assertThat(added.action()).isEqualTo(FilterAction.PERMIT);
        assertThat(added.sources()).containsExactly(Cidr.parse("10.1.0.10/32"));
        assertThat(added.destinations()).containsExactly(Cidr.parse("10.2.0.20/32"));
        assertThat(added.ports()).contains(PortSet.of(5432));
        assertThat(verdict(fixed, "pc-db")).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void aRuleIsAddedToTheListThatDenies() {
        Design bad = RulePage.of("FLW-001").bad();
        Firewall drawn = bad.find(ElementId.parse("fw"), Firewall.class).orElseThrow();
        Design fixed = fixed("FLW-001", bad.with(withChain(drawn)));
        List<FilterRule> rules =
                fixed.find(ElementId.parse("fw"), Firewall.class).orElseThrow().rules();
        assertThat(rules.getFirst().list()).contains("c");
        assertThat(verdict(fixed, "pc-db")).isInstanceOf(Verdict.Allowed.class);
    }

    private static Firewall withChain(Firewall drawn) {
        FilterRule answers =
                new FilterRule(
                        "ct",
                        FilterAction.PERMIT,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new Firewall(
                drawn.id(),
                drawn.label(),
                drawn.parent(),
                drawn.about(),
                drawn.platform(),
                drawn.version(),
                drawn.interfaces(),
                drawn.routes(),
                List.of(answers.withSources(List.of(Cidr.parse("10.2.0.0/24"))).withList("c")),
                List.of(),
                List.of(
                        new FilterChain(
                                "c", ChainHook.FORWARD, Optional.empty(), FilterAction.DENY)),
                drawn.nat(),
                false,
                false,
                Optional.empty(),
                drawn.policy());
    }

    @Test
    void aForbiddenFlowIsDeniedBeforeTheRuleThatPermitsIt() {
        Design fixed = fixed("FLW-002", RulePage.of("FLW-002").bad());
        assertThat(fixed.find(ElementId.parse("fw"), Firewall.class).orElseThrow().rules())
                .extracting(FilterRule::name)
                .containsExactly("deny-pc-db", "all");
        assertThat(verdict(fixed, "pc-db")).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void aFlowThatPodPoliciesBlockGetsOnePolicyMore() {
        Design open = RulePage.of("SEG-005").good();
        Design bad =
                open.with(open.flows().values().iterator().next())
                        .with(RulePage.of("SEG-006").good().observed());
        assertThat(verdict(bad, "web-api")).isInstanceOf(Verdict.Denied.class);
        Design fixed = fixed("FLW-001", bad);
        assertThat(verdict(fixed, "web-api")).isInstanceOf(Verdict.Allowed.class);
        assertThat(fixed.observed().points().getFirst().blocks().getFirst().policies())
                .extracting(policy -> policy.name())
                .containsExactly("api", "shop-ns/allow-web-api-in");
    }

    @Test
    void theAdditionsOfAnExplanationAreWhatTheQuickFixMakes() {
        Design bad = RulePage.of("FLW-001").bad();
        Advice advice = advice(bad, "pc-db");
        assertThat(advice.remedies())
                .singleElement()
                .satisfies(remedy -> {
                    assertThat(remedy.hop().owner()).isEqualTo("fw");
                    assertThat(remedy.words())
                            .isEqualTo(
                                    "a rule before the one that denies: permit tcp 5432"
                                            + " from 10.1.0.10/32 to 10.2.0.20/32");
                });
        assertThat(advice.change()).isEqualTo(RuleLab.findings("FLW-001", bad).getFirst().fix());
    }

    @Test
    void aStageThatTheDesignCannotChangeIsNamedInWords() {
        Design derived = RulePage.of("SEG-005").good();
        Flow drawn = derived.flows().values().iterator().next();
        Design bad = derived.with(drawn).with(RulePage.of("SEG-006").good().observed());
        assertThat(advice(bad, "web-api").remedies())
                .extracting(Remedy::words)
                .containsExactly("a rule that lets web in to api on 8080/tcp");
    }

    @Test
    void aForbiddenFlowThatIsDeniedNeedsNothing() {
        Design fixed = fixed("FLW-002", RulePage.of("FLW-002").bad());
        assertThat(advice(fixed, "pc-db")).isEqualTo(Advice.NONE);
    }

    private static Advice advice(Design design, String flow) {
        CompiledDesign compiled = PlanCompiler.compile(design);
        Reachability reachability = Reachability.of(compiled);
        Flow drawn = Optional.ofNullable(design.flows().get(flow)).orElseThrow();
        return new Remedies(compiled, new DesignIndex(compiled, reachability))
                .of(drawn, reachability.explain(drawn).verdict());
    }

    @Test
    void theWirePortOfAMeshIsAllowedForTheSamePeers() {
        Design bad = RulePage.of("MSH-007").bad();
        assertThat(verdict(fixed("MSH-007", bad), "web-api")).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void renumberingTakesAFreeBlockOfThePoolAndKeepsTheSize() {
        Design fixed = fixed("IPM-001", RulePage.of("IPM-001").bad());
        assertThat(RuleLab.findings("IPM-001", fixed)).isEmpty();
        assertThat(fixed.elements().toString()).contains("10.1.1.0/25");
    }
}
