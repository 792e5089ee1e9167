package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.mesh.istio.IstioObjects.Header;
import io.portolan.exporters.mesh.istio.IstioObjects.Home;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.text.Yaml;
import io.portolan.model.design.Design;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The point at the proxies of one Istio mesh as PeerAuthentications and AuthorizationPolicies.
final class IstioLowering {
    private static final String SECURITY = "security.istio.io/v1";

    private final Mesh mesh;
    private final MeshHomes homes;
    private final IstioObjects objects;
    private final List<Gap> gaps;
    private final GatewaySources gateways;

    IstioLowering(Mesh mesh, Design design, IstioObjects objects, List<Gap> gaps) {
        this.mesh = mesh;
        this.homes = new MeshHomes(design);
        this.objects = objects;
        this.gaps = gaps;
        this.gateways = new GatewaySources(design);
    }

    /// Every namespace with members says what the mesh asks for.
    void addMutualTls() {
        if (mesh.policy() == RuleSource.DERIVED) {
            Yaml mode = Yaml.map().with("mode", mesh.mtls().name());
            for (Home home : homes.of(mesh)) {
                Header header = new Header(SECURITY, "PeerAuthentication", "default", Set.of());
                objects.add(home, header, Yaml.map().with("mtls", mode));
            }
        }
    }

    void add(EnforcementPoint point) {
        for (Block block : point.blocks()) {
            for (Policy policy : block.policies()) {
                if (!isBuiltIn(policy)) {
                    add(point, block, policy);
                }
            }
        }
    }

    /// The mesh-wide mode is written from the design.
    private static boolean isBuiltIn(Policy policy) {
        return !policy.rules().isEmpty()
                && policy.rules().stream()
                        .allMatch(rule -> rule.remark().origin() instanceof Origin.BuiltIn);
    }

    private void add(EnforcementPoint point, Block block, Policy policy) {
        try {
            Governed governed = Governed.of(policy.subject());
            if (block.name().equals("STRICT")) {
                Yaml.Mapping spec = PeerAuthenticationLowering.lowered(policy, governed);
                write("PeerAuthentication", policy, governed, spec);
            } else {
                Yaml.Mapping spec = authorization(point, policy, action(block, policy));
                write("AuthorizationPolicy", policy, governed, spec);
            }
        } catch (Unwritable e) {
            gaps.add(
                    new Gap(
                            point.id(),
                            policy.name(),
                            e.why(),
                            List.copyOf(flows(policy)),
                            e.advice()));
        }
    }

    /// The selector stands above what the policy says.
    private void write(String kind, Policy policy, Governed governed, Yaml.Mapping said) {
        Yaml.Mapping spec = Yaml.map();
        if (!governed.labels().isEmpty()) {
            Yaml labels = Yaml.sorted(governed.labels());
            spec = spec.with("selector", Yaml.map().with("matchLabels", labels));
        }
        for (var entry : said.entries().entrySet()) {
            spec = spec.with(entry.getKey(), entry.getValue());
        }
        Header header = new Header(SECURITY, kind, policy.name(), flows(policy));
        Yaml all = spec;
        homes.of(mesh, governed).forEach(home -> objects.add(home, header, all));
    }

    private static AuthorizationAction action(Block block, Policy policy) {
        boolean enforced = policy.mode() == PolicyMode.ISOLATES;
        if (enforced && block.name().equals("DENY")) {
            return AuthorizationAction.DENY;
        }
        if (enforced && block.name().equals("ALLOW")) {
            return AuthorizationAction.ALLOW;
        }
        throw new Unwritable(
                "only policies that deny or allow are written yet",
                "Keep the object that it was imported from.");
    }

    private Yaml.Mapping authorization(
            EnforcementPoint point, Policy policy, AuthorizationAction action) {
        Yaml.Mapping spec = Yaml.map().with("action", action.name());
        List<Yaml> rules = rules(point, policy, action);
        return rules.isEmpty() ? spec : spec.with("rules", Yaml.list(rules));
    }

    private List<Yaml> rules(EnforcementPoint point, Policy policy, AuthorizationAction action) {
        List<Yaml> rules = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            try {
                checkAction(rule.action(), action);
                gateways.check(rule.match().source());
                RuleLowering lowering = new RuleLowering(e -> gaps.add(gap(point, rule, e)));
                rules.add(commented(rule, lowering.lowered(rule.match())));
            } catch (Unwritable e) {
                gaps.add(gap(point, rule, e));
            }
        }
        return rules;
    }

    private static void checkAction(Action action, AuthorizationAction wanted) {
        boolean fits =
                switch (action) {
                    case Action.Allow _ -> wanted == AuthorizationAction.ALLOW;
                    case Action.Deny _ -> wanted == AuthorizationAction.DENY;
                    case Action.Pass _, Action.Continue _, Action.Enter _, Action.Either _ -> false;
                };
        if (!fits) {
            throw new Unwritable(
                    "the rules of one AuthorizationPolicy have one action",
                    "Split the policy by its actions.");
        }
    }

    private static Yaml commented(Rule rule, Yaml.Mapping yaml) {
        String origin =
                switch (rule.remark().origin()) {
                    case Origin.Flow(String id) -> "flow " + id;
                    case Origin.Line(String file, int line) -> file + ":" + line;
                    case Origin.BuiltIn(String words) -> words;
                };
        String comment = rule.remark().comment();
        return new Yaml.Commented(
                List.of(comment.isEmpty() ? origin : origin + ": " + comment),
                String.join(",", flow(rule)),
                yaml);
    }

    private static List<String> flow(Rule rule) {
        return rule.remark().origin() instanceof Origin.Flow(String id) ? List.of(id) : List.of();
    }

    private static Set<String> flows(Policy policy) {
        Set<String> flows = new TreeSet<>();
        policy.rules().forEach(rule -> flows.addAll(flow(rule)));
        return flows;
    }

    private static Gap gap(EnforcementPoint point, Rule rule, Unwritable e) {
        return new Gap(point.id(), rule.name(), e.why(), flow(rule), e.advice());
    }
}
