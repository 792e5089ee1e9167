package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// The numbers below a size, in classes of those whose profiles are equal. Classes are numbered as
/// they are met; the rows of a class are made when they are first asked for.
final class SideClasses {
    private final int[] classes;
    private final List<Bits> members;
    private final Rows[] rows;

    private SideClasses(int[] classes, List<Bits> members) {
        this.classes = classes;
        this.members = members;
        rows = new Rows[members.size()];
    }

    static SideClasses by(int size, IntFunction<?> profile) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Bits.Builder> builders = new ArrayList<>();
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            int number = numbers.computeIfAbsent(profile.apply(i), _ -> numbers.size());
            if (number == builders.size()) {
                builders.add(new Bits.Builder());
            }
            builders.get(number).add(i);
            classes[i] = number;
        }
        return new SideClasses(classes, builders.stream().map(Bits.Builder::build).toList());
    }

    int of(int number) {
        return classes[number];
    }

    int count() {
        return rows.length;
    }

    Bits members(int known) {
        return members.get(known);
    }

    /// The rows of a class, made once from its first member.
    synchronized Rows rows(int known, IntFunction<Rows> ofMember) {
        Rows of = rows[known];
        if (of == null) {
            of = ofMember.apply(members.get(known).first());
            rows[known] = of;
        }
        return of;
    }
}
