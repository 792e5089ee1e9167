package io.portolan.model.reach;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The disciplines over sets of peers, at one place of the axis and for one subject: what
/// `Deciding` does over sets of ports for one peer.
final class PeerDeciding {
    private final Docket docket;
    private final int[] active;
    private final int place;
    private final BitSet taking = new BitSet();

    /// The peers for which each effect is possible.
    record Effects(Bits allow, Bits deny, Bits pass) {
        static final Effects NONE = new Effects(Bits.NONE, Bits.NONE, Bits.NONE);

        Effects plus(Effects other) {
            return isNothing() ? other : other.isNothing() ? this : both(other);
        }

        private boolean isNothing() {
            return allow.isEmpty() && deny.isEmpty() && pass.isEmpty();
        }

        private Effects both(Effects other) {
            return new Effects(allow.or(other.allow), deny.or(other.deny), pass.or(other.pass));
        }
    }

    /// Effects that end the block, and the peers for which the next rule may be reached.
    private record Result(Effects ends, Bits goesOn) {}

    /// `active`: the rules that may count at the place, ascending.
    PeerDeciding(Docket docket, int[] active, int place) {
        this.docket = docket;
        this.active = active;
        this.place = place;
    }

    /// The rules that took something, by their numbers.
    BitSet taking() {
        return taking;
    }

    Effects decide(List<Block> blocks, Bits peers) {
        Effects all = Effects.NONE;
        Bits left = peers;
        for (Block block : blocks) {
            Effects here = decide(block, left);
            all = all.plus(new Effects(here.allow, here.deny, Bits.NONE));
            left = here.pass;
            if (left.isEmpty()) {
                break;
            }
        }
        return new Effects(all.allow, all.deny, left);
    }

    private Effects decide(Block block, Bits peers) {
        Selecting selecting = docket.selecting(block);
        return switch (block.discipline()) {
            case Discipline.FirstMatch(var ties) -> firstMatch(block, selecting, ties, peers);
            case Discipline.DenyOverrides() -> overrides(block, selecting, true, peers);
            case Discipline.AllowOverrides() -> overrides(block, selecting, false, peers);
        };
    }

    /// The numbers of the rules of a policy that count here.
    private int[] rules(Docket.Selected policy) {
        return Arrays.copyOfRange(active, to(policy.first()), to(policy.end()));
    }

    /// How many of the active rules have a lower number.
    private int to(int number) {
        int at = Arrays.binarySearch(active, number);
        return at >= 0 ? at : -at - 1;
    }

    private Effects firstMatch(Block block, Selecting selecting, Ties ties, Bits peers) {
        List<Docket.Selected> policies = selecting.policies();
        Effects all = Effects.NONE;
        Bits reached = peers;
        for (int i = 0; i < policies.size() && !reached.isEmpty(); ) {
            Bits left = reached;
            double rank = policies.get(i).order();
            do {
                Through through = through(policies.get(i++), reached);
                all = all.plus(through.ends);
                left = left.and(through.left);
            } while (ties == Ties.UNDEFINED
                    && i < policies.size()
                    && policies.get(i).order() == rank);
            reached = left;
        }
        return all.plus(otherwise(block, selecting, reached));
    }

    private record Through(Effects ends, Bits left) {}

    private Through through(Docket.Selected policy, Bits peers) {
        Effects all = Effects.NONE;
        Bits reached = peers;
        boolean sure = policy.isSure();
        for (int number : rules(policy)) {
            if (reached.isEmpty()) {
                break;
            }
            AxisRule one = docket.rule(number);
            Bits hit = one.possibly().has(place) ? one.peers().possibly().and(reached) : Bits.NONE;
            if (!hit.isEmpty()) {
                taking.set(number);
                Result result = result(one.action(), hit);
                all = all.plus(result.ends);
                if (sure && one.surely().has(place)) {
                    reached = reached.minus(one.peers().surely().minus(result.goesOn));
                }
            }
        }
        return new Through(all, reached);
    }

    private Effects otherwise(Block block, Selecting selecting, Bits peers) {
        if (peers.isEmpty()) {
            return Effects.NONE;
        }
        Effects all = selecting.must() ? Effects.NONE : new Effects(Bits.NONE, Bits.NONE, peers);
        if (selecting.may()) {
            Result result = result(block.otherwise(), peers);
            all = all.plus(result.ends).plus(new Effects(Bits.NONE, Bits.NONE, result.goesOn));
        }
        return all;
    }

    private Result result(Action action, Bits peers) {
        return switch (action) {
            case Action.Allow() -> new Result(new Effects(peers, Bits.NONE, Bits.NONE), Bits.NONE);
            case Action.Deny(_) -> new Result(new Effects(Bits.NONE, peers, Bits.NONE), Bits.NONE);
            case Action.Pass() -> new Result(new Effects(Bits.NONE, Bits.NONE, peers), Bits.NONE);
            case Action.Continue() -> new Result(Effects.NONE, peers);
            case Action.Enter(var block) -> {
                Effects inside = decide(block, peers);
                yield new Result(new Effects(inside.allow, inside.deny, Bits.NONE), inside.pass);
            }
            case Action.Either(_, var possible) -> {
                Result all = new Result(Effects.NONE, Bits.NONE);
                for (Action one : possible) {
                    Result result = result(one, peers);
                    all = new Result(all.ends.plus(result.ends), all.goesOn.or(result.goesOn));
                }
                yield all;
            }
        };
    }

    /// A rule that may match, its peers at this place, and what it does.
    private record Hit(Bits surely, Result result) {
        Bits certainDeny() {
            return surely.minus(result.goesOn).minus(result.ends.allow).minus(result.ends.pass);
        }

        Bits certainAllow() {
            return surely.minus(result.goesOn).minus(result.ends.deny).minus(result.ends.pass);
        }
    }

    private Effects overrides(Block block, Selecting selecting, boolean denyWins, Bits peers) {
        Effects all = Effects.NONE;
        Bits surelyDenied = Bits.NONE;
        Bits surelyAllowed = Bits.NONE;
        for (Hit hit : hits(selecting.policies(), peers)) {
            all = all.plus(hit.result.ends);
            surelyDenied = surelyDenied.or(hit.certainDeny());
            surelyAllowed = surelyAllowed.or(hit.certainAllow());
        }
        Bits left = peers.minus(denyWins ? surelyDenied : surelyAllowed);
        Bits strong = (denyWins ? all.deny : all.allow).and(peers);
        Bits weak = (denyWins ? all.allow : all.deny).and(left);
        left = left.minus(denyWins ? surelyAllowed : surelyDenied);
        Effects said =
                denyWins
                        ? new Effects(weak, strong, Bits.NONE)
                        : new Effects(strong, weak, Bits.NONE);
        Bits refused = denyWins ? mayBeRefused(selecting.policies()).and(left) : Bits.NONE;
        return said.plus(new Effects(Bits.NONE, refused, Bits.NONE))
                .plus(otherwise(block, selecting, left));
    }

    private List<Hit> hits(List<Docket.Selected> policies, Bits peers) {
        List<Hit> hits = new ArrayList<>();
        for (Docket.Selected policy : policies) {
            boolean sure = policy.isSure();
            for (int number : rules(policy)) {
                AxisRule one = docket.rule(number);
                if (one.possibly().has(place)) {
                    taking.set(number);
                    Bits may = one.peers().possibly().and(peers);
                    boolean must = sure && one.surely().has(place);
                    Bits surely = must ? one.peers().surely().and(peers) : Bits.NONE;
                    hits.add(new Hit(surely, result(one.action(), may)));
                }
            }
        }
        return hits;
    }

    /// What a request would have to be is not said here, so an allow with a request may refuse.
    private Bits mayBeRefused(List<Docket.Selected> policies) {
        Bits refused = Bits.NONE;
        for (Docket.Selected policy : policies) {
            for (int number : rules(policy)) {
                AxisRule one = docket.rule(number);
                boolean asks = one.asksRequest() && one.action() instanceof Action.Allow;
                if (asks && one.belowPossibly().has(place)) {
                    refused = refused.or(one.peers().possibly());
                }
            }
        }
        return refused;
    }
}
