package io.portolan.model.reach;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The policies that select one subject, with their rules, cut along the axis into stretches on
/// which the same rules count. Equal stretches are decided once.
final class Docket {
    private final List<AxisRule> rules = new ArrayList<>();
    private final List<Rule> written = new ArrayList<>();
    private final IdentityHashMap<Block, List<Selected>> selected = new IdentityHashMap<>();
    private final IdentityHashMap<Block, Selecting> selecting = new IdentityHashMap<>();
    private final UnaryOperator<Block> original;
    private Selected[] last = new Selected[0];

    /// `original`: the block that policies are noted under, for one that is asked.
    Docket(UnaryOperator<Block> original) {
        this.original = original;
    }

    /// A policy that selects the subject, surely or perhaps, with its rules from number `first` up
    /// to, not including, `end`.
    static final class Selected {
        private final GatePoint.Placed placed;
        private final boolean surely;
        private final int first;
        private int end;

        Selected(GatePoint.Placed placed, boolean surely, int first) {
            this.placed = placed;
            this.surely = surely;
            this.first = first;
            this.end = first;
        }

        GatePoint.Placed placed() {
            return placed;
        }

        boolean isSure() {
            return surely;
        }

        double order() {
            return placed.policy().order();
        }

        int first() {
            return first;
        }

        int end() {
            return end;
        }
    }

    void open(GatePoint.Placed placed, boolean surely) {
        Selected opened = new Selected(placed, surely, rules.size());
        selected.computeIfAbsent(placed.block(), _ -> new ArrayList<>()).add(opened);
        last = new Selected[] {opened};
    }

    /// `more`: what a rule means for the subject.
    void add(Rule rule, List<AxisRule> more) {
        more.forEach(_ -> written.add(rule));
        rules.addAll(more);
        last[0].end = rules.size();
    }

    Selecting selecting(Block block) {
        return selecting.computeIfAbsent(
                original.apply(block),
                noted -> Selecting.of(block, selected.getOrDefault(noted, List.of())));
    }

    AxisRule rule(int number) {
        return rules.get(number);
    }

    /// What these blocks let pass of all peers, along the axis. Not `sure`: they may have no say.
    Rows rows(List<Block> blocks, Bits everyone, boolean sure) {
        int[] starts = starts();
        int[][] counting = counting(starts);
        Map<Counted, Extent> decided = new HashMap<>();
        Rows.Builder builder = new Rows.Builder(starts.length);
        for (int i = 0; i < starts.length; i++) {
            int[] active = counting[i];
            int place = starts[i];
            builder.add(
                    place,
                    decided.computeIfAbsent(
                            new Counted(active),
                            _ -> decided(blocks, everyone, sure, active, place)));
        }
        return builder.build();
    }

    /// The rules that take something of these peers at some place, surely or perhaps.
    Set<Rule> taking(List<Block> blocks, Bits peers) {
        int[] starts = starts();
        int[][] counting = counting(starts);
        Set<Rule> taking = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Counted> decided = new HashSet<>();
        for (int i = 0; i < starts.length; i++) {
            if (decided.add(new Counted(counting[i]))) {
                PeerDeciding deciding = new PeerDeciding(this, numbers(counting[i]), starts[i]);
                deciding.decide(blocks, peers);
                deciding.taking().stream().forEach(number -> taking.add(written.get(number)));
            }
        }
        return taking;
    }

    private static int[] numbers(int[] active) {
        int[] numbers = new int[active.length];
        int size = 0;
        for (int each : active) {
            if (size == 0 || numbers[size - 1] != each >> 1) {
                numbers[size++] = each >> 1;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    private Extent decided(
            List<Block> blocks, Bits everyone, boolean sure, int[] active, int place) {
        PeerDeciding.Effects effects =
                new PeerDeciding(this, numbers(active), place).decide(blocks, everyone);
        Bits lets = effects.allow().or(effects.pass());
        return new Extent(everyone.minus(effects.deny()), sure ? lets : everyone);
    }

    private int[] starts() {
        Numbers all = new Numbers();
        IntStream.of(0, 1 << 16, 2 << 16, Axis.OTHERS).forEach(all::add);
        for (AxisRule rule : rules) {
            rule.forEachBound(all::add);
        }
        return all.distinct(Axis.END);
    }

    /// For each stretch the rules that may count there, twice the number, one more for those that
    /// surely do.
    private int[][] counting(int[] starts) {
        Numbers[] lists = new Numbers[starts.length];
        Arrays.setAll(lists, _ -> new Numbers());
        for (int i = 0; i < rules.size(); i++) {
            count(rules.get(i).belowPossibly(), 2 * i, starts, lists);
            if (rules.get(i).asksRequest()) {
                count(rules.get(i).possibly(), 2 * i, starts, lists);
            }
            count(rules.get(i).surely(), 2 * i + 1, starts, lists);
        }
        int[][] counting = new int[starts.length][];
        Arrays.setAll(counting, i -> lists[i].toArray());
        return counting;
    }

    private static void count(Axis.Places places, int number, int[] starts, Numbers[] into) {
        places.forEachStretch((from, to) -> {
            for (int i = Arrays.binarySearch(starts, from);
                    i < starts.length && starts[i] < to;
                    i++) {
                into[i].add(number);
            }
        });
    }

    /// The rules that count on some stretch, as a key.
    private static final class Counted {
        private final int[] numbers;

        Counted(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counted counted && Arrays.equals(numbers, counted.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /// Some numbers, as they come.
    private static final class Numbers {
        private static final int[] NONE = {};

        private int[] numbers = NONE;
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size + 6);
            }
            numbers[size++] = number;
        }

        int[] toArray() {
            return size == 0 ? NONE : Arrays.copyOf(numbers, size);
        }

        /// Those below a limit, ascending, each once.
        int[] distinct(int limit) {
            Arrays.sort(numbers, 0, size);
            int kept = 0;
            for (int i = 0; i < size && numbers[i] < limit; i++) {
                if (kept == 0 || numbers[kept - 1] != numbers[i]) {
                    numbers[kept++] = numbers[i];
                }
            }
            return Arrays.copyOf(numbers, kept);
        }
    }
}
