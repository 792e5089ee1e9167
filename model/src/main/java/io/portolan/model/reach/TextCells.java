package io.portolan.model.reach;

import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/// All texts, cut into the cells that no test of a list tells apart; each cell has one text that
/// stands for it. Exact for every test but a regular expression, which nobody may hand in here.
final class TextCells {
    private final List<Text> tests;
    private final List<BitSet> holding = new ArrayList<>();
    private final List<String> witnesses = new ArrayList<>();

    TextCells(SequencedSet<Text> tests) {
        this.tests = List.copyOf(tests);
        Map<BitSet, String> cells = new LinkedHashMap<>();
        new Samples(tests).all().forEach(text -> cells.putIfAbsent(holds(text), text));
        cells.forEach((holds, witness) -> {
            holding.add(holds);
            witnesses.add(witness);
        });
    }

    private BitSet holds(String text) {
        BitSet holds = new BitSet();
        for (int i = 0; i < tests.size(); i++) {
            holds.set(i, Texts.matches(tests.get(i), text));
        }
        return holds;
    }

    int size() {
        return witnesses.size();
    }

    String witness(int cell) {
        return witnesses.get(cell);
    }

    /// Some cells in the words of the tests; more than one set where no single one says it.
    List<TextSet> texts(BitSet cells) {
        if (cells.cardinality() == size()) {
            return List.of(TextSet.ALL);
        }
        SequencedSet<Text> inside = unionOf(cells);
        if (!inside.isEmpty()) {
            return List.of(TextSet.oneOf(inside));
        }
        BitSet others = new BitSet();
        others.set(0, size());
        others.andNot(cells);
        SequencedSet<Text> outside = unionOf(others);
        return outside.isEmpty()
                ? cells.stream().mapToObj(this::single).toList()
                : List.of(TextSet.noneOf(outside));
    }

    /// Tests that together hold for exactly these cells; none if there are no such tests.
    private SequencedSet<Text> unionOf(BitSet cells) {
        SequencedSet<Text> union = new LinkedHashSet<>();
        BitSet covered = new BitSet();
        for (int test : broadestFirst()) {
            BitSet here = cells(test);
            BitSet beyond = (BitSet) here.clone();
            beyond.andNot(cells);
            here.andNot(covered);
            if (beyond.isEmpty() && !here.isEmpty()) {
                union.add(tests.get(test));
                covered.or(here);
            }
        }
        return covered.equals(cells) ? union : new LinkedHashSet<>();
    }

    private List<Integer> broadestFirst() {
        return IntStream.range(0, tests.size())
                .boxed()
                .sorted((a, b) -> cells(b).cardinality() - cells(a).cardinality())
                .toList();
    }

    private BitSet cells(int test) {
        BitSet cells = new BitSet();
        for (int i = 0; i < size(); i++) {
            cells.set(i, holding.get(i).get(test));
        }
        return cells;
    }

    private TextSet single(int cell) {
        List<SequencedSet<Text>> every = new ArrayList<>();
        SequencedSet<Text> none = new LinkedHashSet<>();
        for (int i = 0; i < tests.size(); i++) {
            if (holding.get(cell).get(i)) {
                every.add(new LinkedHashSet<>(List.of(tests.get(i))));
            } else {
                none.add(tests.get(i));
            }
        }
        return new TextSet(every, none);
    }
}
