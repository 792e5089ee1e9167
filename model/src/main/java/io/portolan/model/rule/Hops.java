package io.portolan.model.rule;

import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Finding.Evidence;

import java.util.List;

/// What the hops of a path show, as evidence of findings. The same hop always reads the same, so
/// that two rules can be seen to report one defect.
public final class Hops {
    private Hops() {}

    /// Every stage of the path that stands in the way, in order.
    public static List<Evidence> obstacles(Verdict verdict) {
        return verdict.path().stream().filter(Hops::stops).map(Hops::evidence).toList();
    }

    /// True if nothing gets past this stage for certain.
    public static boolean stops(Hop hop) {
        return switch (hop.outcome()) {
            case DENY, UNDEFINED, NO_ROUTE -> true;
            case ALLOW, NOT_IN_SCOPE, TRANSLATES -> false;
        };
    }

    /// A stage in words: who said what of which packet, and why.
    public static Evidence evidence(Hop hop) {
        return new Evidence(
                "%s %s %s: %s"
                        .formatted(hop.owner(), verb(hop.outcome()), hop.seen(), hop.because()),
                hop.origin());
    }

    private static String verb(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> "allows";
            case DENY -> "denies";
            case NOT_IN_SCOPE -> "has no say about";
            case TRANSLATES -> "translates";
            case UNDEFINED -> "cannot be known to allow";
            case NO_ROUTE -> "has no way on for";
        };
    }

    /// A sentence without its full stop, to stand inside another.
    public static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
