package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.reach.Connecting.Listening;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Answers of the path evaluator, each found out once, with whom was asked at which place: after an
/// edit only those are found out again that it may concern. What was not asked for during many
/// edits is forgotten.
final class Remembered {
    private static final int NOBODY = -1;
    private static final int EDITS_KEPT = 50;

    private final Parts parts;
    private final int edits;
    private final PathEvaluator paths;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    /// Points at a place had a say about a member, or (`NOBODY`) about whatever passes.
    private record Read(int place, int subject) {}

    /// `asked`: the last of the edits after which it was asked for.
    private record Known(Answer answer, Set<Read> reads, int asked) {}

    /// What is asked, with its hash: it is large, and looked up after every edit.
    private record Key(PathEvaluator.Ask ask, int hash) {
        Key(PathEvaluator.Ask ask) {
            this(ask, ask.hashCode());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    Remembered(Parts parts) {
        this(parts, 0);
    }

    /// `edits`: how many there were before.
    private Remembered(Parts parts, int edits) {
        this.parts = parts;
        this.edits = edits;
        Judging judging = new Judging(parts.deciding());
        paths =
                new PathEvaluator(
                        parts,
                        (alternative, points, sight, way) ->
                                judging.ask(
                                        alternative.probed(new Probe(points, sight, way)),
                                        points,
                                        sight,
                                        way),
                        Listening.CHECKED);
    }

    Remembered after(Edit edit) {
        Map<Integer, Bits> concerned = new HashMap<>();
        edit.changes()
                .values()
                .forEach(change ->
                        concerned.merge(
                                parts.plan().place(change.before()),
                                change.concerns(parts.peers()),
                                Bits::or));
        Remembered after = new Remembered(edit.parts(), edits + 1);
        known.forEach((ask, answer) -> {
            if (edits - answer.asked() < EDITS_KEPT
                    && answer.reads().stream().noneMatch(read -> isConcerned(read, concerned))) {
                after.known.put(ask, answer);
            }
        });
        return after;
    }

    private static boolean isConcerned(Read read, Map<Integer, Bits> concerned) {
        Bits members = concerned.get(read.place());
        return members != null && (read.subject() == NOBODY || members.has(read.subject()));
    }

    Answer answer(PathEvaluator.Ask ask) {
        return known.compute(new Key(ask), (key, before) -> asked(key.ask(), before)).answer();
    }

    private Known asked(PathEvaluator.Ask ask, @Nullable Known before) {
        if (before == null) {
            return found(ask);
        }
        return before.asked() == edits ? before : new Known(before.answer(), before.reads(), edits);
    }

    private Known found(PathEvaluator.Ask ask) {
        Answer answer = paths.answer(ask);
        Set<Read> reads = new HashSet<>();
        for (Alternative alternative : answer.alternatives()) {
            for (Probe probe : alternative.probes()) {
                reads.add(read(probe));
            }
        }
        return new Known(answer, reads, edits);
    }

    private Read read(Probe probe) {
        EnforcementPoint any = probe.points().getFirst();
        int subject =
                probe.sight()
                        .subject()
                        .flatMap(member -> parts.roster().number(member.name()))
                        .orElse(NOBODY);
        return new Read(parts.plan().place(any), subject);
    }
}
