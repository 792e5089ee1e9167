package io.portolan.model.reach;

import io.portolan.model.policy.Direction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// All pairs of a population by their numbers: each alone, or all of them by the rows of both
/// sides.
final class Pairs {
    private static final int AT_A_TIME = 512;

    private final Scene scene;
    private final Guards guards;
    private final PairPaths paths;
    private @Nullable Sides sides;

    private record Sides(Side in, Side out) {}

    Pairs(Scene scene, Guards guards, PairPaths paths) {
        this.scene = scene;
        this.guards = guards;
        this.paths = paths;
    }

    Population population() {
        return scene.population();
    }

    PairPaths paths() {
        return paths;
    }

    Side in() {
        return sides().in();
    }

    Side out() {
        return sides().out();
    }

    /// Made when all pairs are asked for, not for single ones.
    private synchronized Sides sides() {
        Sides made = sides;
        if (made == null) {
            scene.transits().walk();
            guards.find(scene.transits().gates());
            made = new Sides(side(Direction.IN), side(Direction.OUT));
            sides = made;
        }
        return made;
    }

    private Side side(Direction direction) {
        EndSide ends = new EndSide(direction, scene.transits(), guards);
        Stands stands = scene.stands();
        Side all =
                stands.isPlain() ? ends : new FoldedSide(ends, stands, scene.population().size());
        return new MergedSide(all, scene.population().size());
    }

    /// Not a member with itself, not two that are outside, and not the addresses of
    /// scene.services().
    boolean isVisited(int from, int to) {
        return from != to
                && !(scene.external().has(from) && scene.external().has(to))
                && !scene.services().has(from)
                && !scene.services().has(to);
    }

    /// Destinations of which the gates do not say everything, for one source.
    Bits irregular(int from) {
        if (scene.services().has(from)) {
            return Bits.NONE;
        }
        Bits.Builder all = new Bits.Builder();
        for (int one : scene.stands().of(from)) {
            scene.stands().owners(scene.transits().irregular(one)).forEach(all::add);
            scene.stands().owners(Bits.of(one)).forEach(all::add);
        }
        return all.build();
    }

    /// Everything that is allowed, as boxes; a member on both sides of a box is not its own peer.
    /// They are made for some classes of destinations at a time, so that they fit into memory.
    void forEachBox(Consumer<Boxes.Box> visitor) {
        Boxes boxes = new Boxes(out());
        for (int first = 0; first < in().count(); first += AT_A_TIME) {
            IntStream.range(first, Math.min(first + AT_A_TIME, in().count()))
                    .parallel()
                    .mapToObj(known -> boxes(boxes, known))
                    .toList()
                    .forEach(some -> some.forEach(visitor));
        }
        for (int from = 0; from < scene.population().size(); from++) {
            singles(from, visitor);
        }
    }

    private List<Boxes.Box> boxes(Boxes boxes, int known) {
        List<Boxes.Box> all = new ArrayList<>();
        Rows rows = in().rows(known).mapped(row -> row.surely().minus(scene.services()));
        Bits some = in().members(known).minus(scene.services());
        boxes.into(rows, some.minus(scene.external()), all::add);
        Bits outside = some.and(scene.external());
        if (!outside.isEmpty()) {
            boxes.into(rows.mapped(row -> row.surely().minus(scene.external())), outside, all::add);
        }
        return all;
    }

    private void singles(int from, Consumer<Boxes.Box> visitor) {
        irregular(from)
                .forEach(to -> {
                    if (isVisited(from, to)) {
                        Axis.Places places = places(from, to, true);
                        if (!places.isEmpty()) {
                            visitor.accept(new Boxes.Box(Bits.of(from), Bits.of(to), places));
                        }
                    }
                });
    }

    Axis.Places places(int from, int to, boolean surely) {
        if (isIrregular(from, to)) {
            return paths.of(from, to).places(surely);
        }
        Axis.Places all = Axis.Places.NONE;
        boolean first = true;
        for (int one : scene.stands().of(from)) {
            for (int other : scene.stands().of(to)) {
                if (scene.stands().meet(one, other)) {
                    Axis.Places here =
                            places(one, other, surely, scene.transits().between(one, other));
                    all = first || !surely ? all.or(here) : all.and(here);
                    first = false;
                }
            }
        }
        return all;
    }

    private Axis.Places places(int one, int other, boolean surely, Transit transit) {
        return surely ? transit.allowed(guards, one, other) : transit.possible(guards, one, other);
    }

    boolean allows(int from, int to, int place) {
        if (isIrregular(from, to)) {
            return paths.of(from, to).places(true).has(place);
        }
        boolean meet = false;
        for (int one : scene.stands().of(from)) {
            for (int other : scene.stands().of(to)) {
                if (scene.stands().meet(one, other)) {
                    meet = true;
                    if (!scene.transits().between(one, other).allows(guards, one, other, place)) {
                        return false;
                    }
                }
            }
        }
        return meet;
    }

    /// Pairs of which the gates do not say everything.
    boolean isIrregular(int from, int to) {
        if (scene.services().has(from) || scene.services().has(to)) {
            return true;
        }
        for (int one : scene.stands().of(from)) {
            for (int other : scene.stands().of(to)) {
                if (scene.stands().isSame(one, other)
                        || (scene.stands().meet(one, other)
                                && !scene.transits().between(one, other).isRegular())) {
                    return true;
                }
            }
        }
        return false;
    }
}
