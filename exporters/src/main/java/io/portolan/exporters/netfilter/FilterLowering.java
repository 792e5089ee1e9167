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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says the filters of one device. A permit that cannot be said is left out; whatever else cannot
/// be said is a deny, and wider if need be: both fail closed, and both are gaps.
final class FilterLowering {
    private final List<Chain> based = new ArrayList<>();
    private final List<Chain> inner = new ArrayList<>();
    private final ChainNames names = new ChainNames();
    private final Map<Entry, String> entered = new HashMap<>();
    private final Language language;
    private final Interfaces interfaces;
    private final Gaps gaps;

    FilterLowering(Language language, Optional<Forwarding> forwarding, Gaps gaps) {
        this.language = language;
        this.interfaces = new Interfaces(forwarding);
        this.gaps = gaps;
    }

    /// Those that are jumped to first.
    List<Chain> chains() {
        return Stream.concat(inner.stream(), based.stream()).toList();
    }

    /// Where a rule stands: its point, the hook of its chain, and whether the chain was jumped to.
    private record Stand(String point, Base base, boolean entered) {}

    /// A list that was jumped to from a hook.
    private record Entry(Block block, Base base) {}

    void add(EnforcementPoint point) {
        try {
            if (point.blocks().size() != 1) {
                throw new CannotSay("several blocks at one point");
            }
            Block block = point.blocks().getFirst();
            Base base = base(point.position(), block);
            String name = names.of(point.id().substring(point.id().lastIndexOf('/') + 1));
            List<Line> lines = lines(new Stand(point.id(), base, false), block);
            based.add(new Chain(name, Optional.of(base), lines));
        } catch (CannotSay e) {
            gaps.add(point.id(), "all rules", e.what(), "");
        }
    }

    private Base base(Position position, Block block) {
        if (!(position instanceof Position.AtDevice(_, Slot slot, View view, var through))
                || view == View.ORIGINAL
                || !(through instanceof Expr.Any<Passage>)) {
            throw new CannotSay("a point that does not see all packets as they are now");
        }
        Policy policy = block.otherwise() instanceof Action.Allow ? Policy.ACCEPT : Policy.DROP;
        return language.base(slot, policy, List.copyOf(based))
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

    // ---------------------------------------------------------------- rules

    private List<Line> lines(Stand stand, Block block) {
        List<Line> lines = new ArrayList<>();
        Lists.of(block).forEach(rule -> lines.addAll(lines(stand, rule)));
        return lines;
    }

    private List<Line> lines(Stand stand, Rule rule) {
        Verdict verdict = verdict(stand, rule);
        try {
            return said(rule.match()).stream().map(b -> line(b, rule, verdict)).toList();
        } catch (CannotSay e) {
            boolean harmless = verdict instanceof Verdict.Accept || verdict instanceof Verdict.GoOn;
            String what = harmless ? e.what() : e.what() + ": denied for all";
            gaps.add(stand.point(), rule.name(), what, Lists.flow(rule));
            return harmless
                    ? List.of()
                    : said(Match.any()).stream()
                            .map(b -> line(b, rule, new Verdict.Drop()))
                            .toList();
        }
    }

    private static Line line(Box box, Rule rule, Verdict verdict) {
        boolean logs = rule.remark().logged() || verdict instanceof Verdict.GoOn;
        return new Line(box, logs, verdict, Lists.origin(rule), Lists.flow(rule));
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

    private Verdict verdict(Stand stand, Rule rule) {
        return switch (rule.action()) {
            case Action.Allow() -> new Verdict.Accept();
            case Action.Deny(Refusal refusal) ->
                    refusal == Refusal.REJECT && language.answersAt(stand.base())
                            ? new Verdict.Reject()
                            : new Verdict.Drop();
            case Action.Continue() -> new Verdict.GoOn();
            case Action.Enter(Block block) -> new Verdict.Jump(entered(stand, block));
            case Action.Pass() when stand.entered() -> new Verdict.Return();
            case Action.Pass() -> closed(stand, rule, "to leave a base chain undecided");
            case Action.Either(String why, _) -> closed(stand, rule, why);
        };
    }

    private Verdict closed(Stand stand, Rule rule, String what) {
        gaps.add(stand.point(), rule.name(), what + ": denied", Lists.flow(rule));
        return new Verdict.Drop();
    }

    /// A list of its own; what it does not decide goes back to the caller, unless it ends.
    private String entered(Stand stand, Block block) {
        Entry entry = new Entry(block, stand.base());
        String known = entered.get(entry);
        if (known != null) {
            return known;
        }
        String name = names.of(block.name());
        entered.put(entry, name);
        Stand within = new Stand(stand.point(), stand.base(), true);
        List<Line> lines = new ArrayList<>(lines(within, block));
        end(block).ifPresent(rule -> lines.addAll(lines(within, rule)));
        inner.add(new Chain(name, Optional.empty(), lines));
        return name;
    }

    private static Optional<Rule> end(Block block) {
        if (block.otherwise() instanceof Action.Pass) {
            return Optional.empty();
        }
        Remark remark = new Remark(new Origin.BuiltIn("end of " + block.name()), "", false);
        return Optional.of(new Rule("end", Match.any(), block.otherwise(), remark));
    }
}
