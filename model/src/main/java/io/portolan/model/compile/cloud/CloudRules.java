package io.portolan.model.compile.cloud;

import io.portolan.model.compile.device.WrittenRules;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The rules of a cloud firewall in one direction: those written in the design, in their order,
/// then those that its flows need.
final class CloudRules {
    private final Ground ground;
    private final List<Need> needs;
    private final Seen seen;

    CloudRules(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.needs = needs;
        this.seen = new Seen(ground);
    }

    List<Rule> of(CloudFirewall firewall, Direction direction) {
        List<Rule> rules =
                new ArrayList<>(written(firewall, direction).map(r -> rule(r, direction)).toList());
        rules.addAll(derived(firewall, direction));
        return rules;
    }

    static Stream<FilterRule> written(CloudFirewall firewall, Direction direction) {
        return WrittenRules.sorted(
                direction == Direction.IN ? firewall.inbound() : firewall.outbound());
    }

    static Rule rule(FilterRule rule, Direction direction) {
        Rule plain = WrittenRules.rule(rule);
        Match open =
                plain.match()
                        .from(WrittenRules.peers(rule.sources()))
                        .to(WrittenRules.peers(rule.destinations()));
        Match match =
                switch (direction) {
                    case IN -> open.from(peers(rule, open.source()));
                    case OUT -> open.to(peers(rule, open.destination()));
                };
        return WrittenRules.with(plain, match);
    }

    /// Members of groups, by their own addresses, beside the blocks that are named.
    private static Expr<Peer> peers(FilterRule rule, Expr<Peer> blocks) {
        if (rule.groups().isEmpty()) {
            return blocks;
        }
        List<Expr<Peer>> all =
                new ArrayList<>(rule.groups().stream().map(g -> Terms.group(g.value())).toList());
        if (!(blocks instanceof Expr.Any<Peer>)) {
            all.add(blocks);
        }
        return Terms.union(all);
    }

    /// Where a rule may leave a list undecided, it does.
    static Rule withNext(FilterRule written, Rule rule) {
        return switch (written.action()) {
            case NEXT -> WrittenRules.with(rule, Terms.PASS);
            case PERMIT, DENY, REJECT, LOG, JUMP -> rule;
        };
    }

    /// The rules again, where `permits` is all that such a list can do.
    static Rule onlyPermits(FilterRule written, Rule rule, String why) {
        Action action =
                switch (written.action()) {
                    case PERMIT, LOG -> rule.action();
                    case DENY, REJECT, NEXT, JUMP -> Terms.either(why);
                };
        return WrittenRules.with(rule, action);
    }

    // ---------------------------------------------------------------- from flows

    List<Rule> derived(CloudFirewall firewall, Direction direction) {
        List<Rule> rules = new ArrayList<>();
        if (firewall.policy() == RuleSource.DERIVED) {
            needs.stream()
                    .filter(need -> concerns(firewall, need, direction))
                    .forEach(need ->
                            Named.add(rules, need.flow().id(), List.of(match(need, direction))));
        }
        return rules;
    }

    /// What the flows need of a filter that sees both ends.
    List<Rule> passing(CloudFirewall firewall) {
        List<Rule> rules = new ArrayList<>();
        if (firewall.policy() == RuleSource.DERIVED) {
            needs.forEach(need ->
                    Named.add(
                            rules,
                            need.flow().id(),
                            List.of(match(need, Direction.OUT).from(source(need)))));
        }
        return rules;
    }

    private boolean concerns(CloudFirewall firewall, Need need, Direction direction) {
        boolean carriedOn = direction == Direction.OUT && !need.start().equals(need.from());
        return !carriedOn
                && protects(firewall, direction == Direction.IN ? need.to() : need.from());
    }

    private Match match(Need need, Direction direction) {
        return switch (direction) {
            case IN -> Terms.any().from(source(need)).on(need.traffic());
            case OUT -> Terms.any().to(destination(need)).on(need.traffic());
        };
    }

    Expr<Peer> source(Need need) {
        return Seen.withoutNames(seen.source(need));
    }

    Expr<Peer> destination(Need need) {
        return Seen.withoutNames(seen.peer(ground.design().find(need.to()).orElseThrow()));
    }

    /// Named itself, drawn inside of what is named, or attached to it.
    boolean protects(CloudFirewall firewall, ElementId id) {
        return ground.around(id).anyMatch(firewall.protects()::contains);
    }

    List<Need> needs() {
        return needs;
    }
}
