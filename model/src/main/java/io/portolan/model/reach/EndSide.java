package io.portolan.model.reach;

import io.portolan.model.policy.Direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A side whose peers are ends. Rows are made when they are first asked for.
final class EndSide implements Side {
    private final SideFactors[] factors;
    private final Travellers travellers;
    private final int[] classes;
    private final List<Bits> members = new ArrayList<>();
    private final Rows[] rows;

    private record Profile(int travels, List<Integer> classes) {}

    EndSide(Direction direction, Transits transits, Stands stands) {
        travellers = transits.travellers();
        factors = new SideFactors[travellers.count()];
        for (int i = 0; i < factors.length; i++) {
            SideFactors of = new SideFactors(direction, stands);
            SideFactors.grouped(direction, transits, i).forEach(of::add);
            factors[i] = of;
        }
        classes = classify(stands.known());
        rows = new Rows[members.size()];
    }

    private int[] classify(int size) {
        Map<Profile, Integer> numbers = new HashMap<>();
        List<Bits.Builder> builders = new ArrayList<>();
        int[] known = new int[size];
        for (int i = 0; i < size; i++) {
            int travels = travellers.of(i);
            Profile profile =
                    new Profile(
                            travels,
                            travels == Travellers.NONE ? List.of() : factors[travels].profile(i));
            int number = numbers.computeIfAbsent(profile, _ -> numbers.size());
            if (number == builders.size()) {
                builders.add(new Bits.Builder(size));
            }
            builders.get(number).add(i);
            known[i] = number;
        }
        builders.forEach(builder -> members.add(builder.build()));
        return known;
    }

    @Override
    public int classOf(int end) {
        return classes[end];
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public Bits members(int known) {
        return members.get(known);
    }

    @Override
    public synchronized Rows rows(int known) {
        Rows of = rows[known];
        if (of == null) {
            int first = members.get(known).first();
            int travels = travellers.of(first);
            of =
                    travels == Travellers.NONE
                            ? Rows.always(Extent.NONE)
                            : factors[travels].rows(first);
            rows[known] = of;
        }
        return of;
    }
}
