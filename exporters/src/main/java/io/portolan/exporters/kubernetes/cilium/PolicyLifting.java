package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumPolicy.Section;
import io.portolan.exporters.kubernetes.cilium.CiliumPolicy.Subject;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Ports;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One rule set of Cilium in the words of the plan. A section without rules says nothing at all.
record PolicyLifting(PeerLifting peers) {
    private static final Action ALLOW = new Action.Allow();
    private static final Action DENY = new Action.Deny(Refusal.DROP);

    Optional<Policy> policy(CiliumPolicy policy, Direction direction) {
        Section section = policy.section(direction);
        return section.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Policy(
                                title(policy),
                                Double.POSITIVE_INFINITY,
                                subject(policy),
                                section.open() ? PolicyMode.OPEN : PolicyMode.ISOLATES,
                                rules(title(policy), section, direction),
                                policy.remark()));
    }

    private static String title(CiliumPolicy policy) {
        return policy.namespace().map(ns -> ns + "/" + policy.name()).orElse(policy.name());
    }

    /// The labels of nodes are not in the design.
    private Expr<Peer> subject(CiliumPolicy policy) {
        return switch (policy.subject()) {
            case Subject.Pods(var labels) -> peers.endpoints().governed(labels, policy.namespace());
            case Subject.Nodes(var labels) when labels.requirements().isEmpty() ->
                    peers.endpoints().nodes();
            case Subject.Nodes _ ->
                    Expr.allOf(
                            peers.endpoints().nodes(),
                            new Expr.Unknown<>("the labels of nodes are not in the design"));
        };
    }

    private List<Rule> rules(String name, Section section, Direction direction) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < section.deny().size(); i++) {
            rules.addAll(
                    rules(
                            "%s deny[%d]".formatted(name, i),
                            section.deny().get(i),
                            direction,
                            DENY));
        }
        for (int i = 0; i < section.allow().size(); i++) {
            rules.addAll(
                    rules("%s[%d]".formatted(name, i), section.allow().get(i), direction, ALLOW));
        }
        return rules;
    }

    private List<Rule> rules(String name, CiliumRule rule, Direction direction, Action action) {
        List<Rule> rules = new ArrayList<>();
        Match match = match(rule, direction);
        if (rule.ports().isPresent()) {
            for (Ports ports : rule.ports().get()) {
                Match one =
                        match.on(PortsLifting.traffic(ports)).asking(PortsLifting.request(ports));
                rules.add(new Rule(name, one, action, rule.remark()));
            }
        } else if (!rule.icmps().isEmpty()) {
            Match one = match.on(PortsLifting.icmps(rule.icmps()));
            rules.add(new Rule(name, one, action, rule.remark()));
        } else {
            rules.add(new Rule(name, match, action, rule.remark()));
        }
        required(name, rule, direction).ifPresent(rules::add);
        return rules;
    }

    private Match match(CiliumRule rule, Direction direction) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(others(rule));
        rule.unknown().forEach(why -> terms.add(new Expr.Unknown<>(why)));
        return towards(terms.size() == 1 ? terms.getFirst() : new Expr.AllOf<>(terms), direction);
    }

    private static Match towards(Expr<Peer> others, Direction direction) {
        return direction == Direction.IN ? Match.any().from(others) : Match.any().to(others);
    }

    /// No peers written: everybody, if there are ports or types to limit; nothing written at all:
    /// nobody.
    private Expr<Peer> others(CiliumRule rule) {
        boolean limited = rule.ports().isPresent() || !rule.icmps().isEmpty();
        return rule.peers()
                .map(list -> (Expr<Peer>) new Expr.AnyOf<>(list.stream().map(peers::of).toList()))
                .orElseGet(() -> limited ? Expr.any() : Expr.none());
    }

    /// Up to 1.18, whoever lacks the labels that are required is let in by no rule.
    private Optional<Rule> required(String name, CiliumRule rule, Direction direction) {
        if (rule.requires().isEmpty()) {
            return Optional.empty();
        }
        List<Expr<Peer>> wanted = new ArrayList<>();
        for (LabelSelector labels : rule.requires()) {
            wanted.add(peers.endpoints().selected(labels, peers.namespace()));
        }
        Action perhaps =
                new Action.Either(
                        "Cilium requires labels only before version 1.19",
                        List.of(DENY, new Action.Continue()));
        return Optional.of(
                new Rule(
                        name + " requires",
                        towards(Expr.not(new Expr.AllOf<>(wanted)), direction),
                        perhaps,
                        new Remark(rule.remark().origin(), "", false)));
    }
}
