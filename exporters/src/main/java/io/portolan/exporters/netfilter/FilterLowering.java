package io.portolan.exporters.netfilter;

import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.Chain;
import io.portolan.exporters.netfilter.Ruleset.Line;
import io.portolan.exporters.netfilter.Ruleset.Policy;
import io.portolan.exporters.netfilter.Ruleset.Verdict;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.Boxes;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.exporters.packet.Lists;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.text.NameShortener;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says the filters of one device. A permit that cannot be said is left out; a deny is written
/// wider: both fail closed, and both are gaps.
final class FilterLowering {
    private final List<Chain> chains = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final NameShortener names = new NameShortener(Language.LONGEST_CHAIN, "[^A-Za-z0-9_]");
    private final Language language;
    private final Interfaces interfaces;

    FilterLowering(Language language, Optional<Forwarding> forwarding) {
        this.language = language;
        this.interfaces = new Interfaces(forwarding);
    }

    List<Chain> chains() {
        return chains;
    }

    List<Gap> gaps() {
        return gaps;
    }

    void add(EnforcementPoint point) {
        try {
            if (point.blocks().size() != 1) {
                throw new CannotSay("several blocks at one point");
            }
            Block block = point.blocks().getFirst();
            Base base = base(point.position(), block);
            String name = chainName(point.id().substring(point.id().lastIndexOf('/') + 1));
            int index = chains.size();
            List<Line> lines = lines(point.id(), block);
            chains.add(index, new Chain(name, Optional.of(base), lines));
        } catch (CannotSay e) {
            gap(point.id(), "all rules", e.what(), List.of());
        }
    }

    private String chainName(String wanted) {
        return names.shorten("c_" + wanted);
    }

    private Base base(Position position, Block block) {
        if (!(position instanceof Position.AtDevice(_, Slot slot, View view, var through))
                || view == View.ORIGINAL
                || !(through instanceof Expr.Any<Passage>)) {
            throw new CannotSay("a point that does not see all packets as they are now");
        }
        Policy policy = block.otherwise() instanceof Action.Allow ? Policy.ACCEPT : Policy.DROP;
        return language.base(slot, policy, List.copyOf(chains))
                .orElseThrow(() -> new CannotSay("a filter of its own at " + words(slot)));
    }

    private static String words(Slot slot) {
        return switch (slot) {
            case BEFORE_DNAT -> "the entrance, before translation";
            case AFTER_DNAT -> "the entrance, after translation";
            case BEFORE_SNAT -> "the exit, before translation";
            case AFTER_SNAT -> "the exit, after translation";
        };
    }

    private List<Line> lines(String point, Block block) {
        List<Line> lines = new ArrayList<>();
        Lists.of(block).forEach(rule -> lines.addAll(lines(point, rule)));
        return lines;
    }

    private List<Line> lines(String point, Rule rule) {
        try {
            Verdict verdict = verdict(point, rule.action());
            return boxes(point, rule, verdict).stream().map(b -> line(b, rule, verdict)).toList();
        } catch (CannotSay e) {
            gap(point, rule.name(), e.what(), about(rule));
            return List.of();
        }
    }

    private static List<String> about(Rule rule) {
        String flow = Lists.flow(rule);
        return flow.isEmpty() ? List.of() : List.of(flow);
    }

    private static Line line(Box box, Rule rule, Verdict verdict) {
        boolean logs = rule.remark().logged() || verdict instanceof Verdict.GoOn;
        return new Line(box, logs, verdict, Lists.origin(rule), Lists.flow(rule));
    }

    private List<Box> boxes(String point, Rule rule, Verdict verdict) {
        try {
            return said(rule.match());
        } catch (CannotSay e) {
            if (verdict instanceof Verdict.Drop || verdict instanceof Verdict.Reject) {
                gap(point, rule.name(), e.what() + ": denied for all", about(rule));
                return said(Match.any());
            }
            throw e;
        }
    }

    /// The lines of a match in this language.
    ///
    /// @throws CannotSay if it has no words for a part of it
    List<Box> said(Match match) {
        return Boxes.of(match).stream()
                .flatMap(b -> Families.split(interfaces.of(b)).stream())
                .flatMap(b -> language.lines(b).stream())
                .toList();
    }

    private Verdict verdict(String point, Action action) {
        return switch (action) {
            case Action.Allow() -> new Verdict.Accept();
            case Action.Deny(Refusal refusal) ->
                    refusal == Refusal.DROP ? new Verdict.Drop() : new Verdict.Reject();
            case Action.Pass() -> throw new CannotSay("to leave a list undecided");
            case Action.Continue() -> new Verdict.GoOn();
            case Action.Enter(Block block) -> new Verdict.Jump(entered(point, block));
            case Action.Either(String why, _) -> throw new CannotSay(why);
        };
    }

    /// A list of its own; what it does not decide goes back to the caller, unless it ends.
    private String entered(String point, Block block) {
        String name = chainName(block.name());
        List<Line> lines = new ArrayList<>(lines(point, block));
        if (!(block.otherwise() instanceof Action.Pass)) {
            Rule end = new Rule("end", Match.any(), block.otherwise(), lastRemark(block));
            lines.addAll(lines(point, end));
        }
        chains.addFirst(new Chain(name, Optional.empty(), lines));
        return name;
    }

    private static Remark lastRemark(Block block) {
        return new Remark(new Origin.BuiltIn("end of " + block.name()), "", false);
    }

    void gap(String point, String rule, String what, List<String> about) {
        gaps.add(
                new Gap(
                        point,
                        rule,
                        language.name() + " cannot say: " + what,
                        about,
                        "Write the rule with addresses and ports, or enforce it elsewhere."));
    }
}
