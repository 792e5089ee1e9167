package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.reach.Decision.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The strong effect wins wherever a rule has it, then the weak one, then the default.
final class Overriding {
    private final Deciding deciding;
    private final Deciding.Case asked;

    /// A rule that may match: where it surely does, and what it then does.
    private record Hit(Truth truth, Deciding.Result result) {
        /// Where this rule has the effect for certain.
        PortSet certain(Effect effect) {
            PortSet ports = truth.surely().minus(result.goesOn());
            for (Decision decision : result.ends()) {
                if (decision.effect() != effect) {
                    ports = ports.minus(decision.ports());
                }
            }
            return ports;
        }
    }

    Overriding(Deciding deciding, Deciding.Case asked) {
        this.deciding = deciding;
        this.asked = asked;
    }

    List<Decision> decide(Effect strong, Effect weak) {
        List<Hit> hits = hits();
        List<Decision> all = new ArrayList<>();
        PortSet left = asked.ports();
        for (Effect effect : List.of(strong, weak)) {
            left = settled(hits, effect, left, all);
        }
        Truth blocked = strong == Effect.DENY ? blockedByRequest() : Truth.NO;
        PortSet refused = left.intersection(blocked.possibly());
        if (!refused.isEmpty()) {
            String words = "no request rule of " + asked.block().name();
            all.add(new Decision(Effect.DENY, words, Optional.empty(), refused, List.of()));
        }
        all.addAll(deciding.otherwise(asked, left.minus(blocked.surely())));
        return all;
    }

    /// Adds where the effect is possible; the ports on which it is not certain.
    private static PortSet settled(
            List<Hit> hits, Effect effect, PortSet ports, List<Decision> all) {
        PortSet certain = PortSet.NONE;
        for (Hit hit : hits) {
            for (Decision decision : hit.result().ends()) {
                PortSet here = decision.ports().intersection(ports);
                if (decision.effect() == effect && !here.isEmpty()) {
                    all.add(decision.on(here));
                }
            }
            PortSet sure = hit.certain(effect);
            certain = sure.isEmpty() ? certain : certain.union(sure);
        }
        return ports.minus(certain);
    }

    private List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        for (Policy policy : asked.policies()) {
            Truth selects = Deciding.selects(policy, asked.sight());
            for (Rule rule : policy.rules()) {
                Truth truth = selects.and(Matching.matches(rule.match(), asked.sight()));
                PortSet ports = truth.possibly().intersection(asked.ports());
                if (!ports.isEmpty()) {
                    Deciding.Reason reason = Deciding.Reason.of(policy, rule);
                    hits.add(
                            new Hit(
                                    truth,
                                    deciding.result(rule.action(), reason, asked.sight(), ports)));
                }
            }
        }
        return hits;
    }

    /// Some allow rule matches below its request and asks for a request that this one is not.
    private Truth blockedByRequest() {
        Truth blocked = Truth.NO;
        for (Policy policy : asked.policies()) {
            for (Rule rule : policy.rules()) {
                if (rule.action() instanceof Action.Allow) {
                    Truth asks = Matching.request(rule.match().request(), asked.sight()).not();
                    if (!asks.isNever()) {
                        blocked =
                                blocked.or(
                                        Deciding.selects(policy, asked.sight())
                                                .and(
                                                        Matching.belowRequest(
                                                                rule.match(), asked.sight()))
                                                .and(asks));
                    }
                }
            }
        }
        return blocked;
    }
}
