package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Translation;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// All pairs of a population by their numbers: each alone, or all of them by the rows of both
/// sides.
final class Pairs {
    private final Population population;
    private final Stands stands;
    private final Transits transits;
    private final PairPaths paths;
    private final Bits external;
    private final Bits services;
    private @Nullable Sides sides;

    private record Sides(Side in, Side out) {}

    Pairs(Parts parts, Population population) {
        this.population = population;
        stands = new Stands(parts, population);
        Views views = Views.of(stands);
        Bits dialled = dialled(parts, views);
        services = stands.owners(dialled);
        transits = new Transits(parts, views, new Travellers(parts, views, dialled));
        paths = new PairPaths(parts, population);
        Bits.Builder outside = new Bits.Builder(population.size());
        for (int i = 0; i < population.size(); i++) {
            if (population.isExternal(i)) {
                outside.add(i);
            }
        }
        external = outside.build();
    }

    /// Addresses that a cluster translates when one of its members dials them, and that are
    /// nobody's.
    private Bits dialled(Parts parts, Views views) {
        Bits.Builder dialled = new Bits.Builder(stands.parties().size());
        for (NatTable table : parts.plan().tables(Hook.SERVICE)) {
            for (Translation t : table.translations()) {
                dialled.add(views.subjects().of(t.match().destination()).surely());
            }
        }
        return dialled.build().and(Bits.range(stands.firstOutside(), stands.known()));
    }

    Population population() {
        return population;
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
            made = new Sides(side(Direction.IN), side(Direction.OUT));
            sides = made;
        }
        return made;
    }

    private Side side(Direction direction) {
        EndSide ends = new EndSide(direction, transits, stands);
        Side all = stands.isPlain() ? ends : new FoldedSide(ends, stands, population.size());
        return new MergedSide(all);
    }

    /// Not a member with itself, not two that are outside, and not the addresses of services.
    boolean isVisited(int from, int to) {
        return from != to
                && !(external.has(from) && external.has(to))
                && !services.has(from)
                && !services.has(to);
    }

    /// Destinations of which the gates do not say everything, for one source.
    Bits irregular(int from) {
        if (services.has(from)) {
            return Bits.NONE;
        }
        Bits.Builder all = new Bits.Builder(population.size());
        for (int one : stands.of(from)) {
            stands.owners(transits.irregular(one)).forEach(all::add);
            stands.owners(Bits.of(one)).forEach(all::add);
        }
        return all.build();
    }

    /// Everything that is allowed, as boxes; a member on both sides of a box is not its own peer.
    void forEachBox(Consumer<Boxes.Box> visitor) {
        Boxes boxes = new Boxes(out());
        for (int i = 0; i < in().count(); i++) {
            Rows rows = in().rows(i).mapped(row -> row.surely().minus(services));
            Bits some = in().members(i).minus(services);
            boxes.into(rows, some.minus(external), visitor);
            Bits outside = some.and(external);
            if (!outside.isEmpty()) {
                boxes.into(rows.mapped(row -> row.surely().minus(external)), outside, visitor);
            }
        }
        for (int from = 0; from < population.size(); from++) {
            singles(from, visitor);
        }
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
        for (int one : stands.of(from)) {
            for (int other : stands.of(to)) {
                if (stands.meet(one, other)) {
                    Axis.Places here = places(one, other, surely, transits.between(one, other));
                    all = first || !surely ? all.or(here) : all.and(here);
                    first = false;
                }
            }
        }
        return all;
    }

    private Axis.Places places(int one, int other, boolean surely, Transit transit) {
        return surely ? transit.allowed(stands, one, other) : transit.possible(stands, one, other);
    }

    boolean allows(int from, int to, int place) {
        if (isIrregular(from, to)) {
            return paths.of(from, to).places(true).has(place);
        }
        boolean meet = false;
        for (int one : stands.of(from)) {
            for (int other : stands.of(to)) {
                if (stands.meet(one, other)) {
                    meet = true;
                    if (!transits.between(one, other).allows(stands, one, other, place)) {
                        return false;
                    }
                }
            }
        }
        return meet;
    }

    /// Pairs of which the gates do not say everything.
    boolean isIrregular(int from, int to) {
        if (services.has(from) || services.has(to)) {
            return true;
        }
        for (int one : stands.of(from)) {
            for (int other : stands.of(to)) {
                if (stands.isSame(one, other)
                        || (stands.meet(one, other) && !transits.between(one, other).isRegular())) {
                    return true;
                }
            }
        }
        return false;
    }
}
