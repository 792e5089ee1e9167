package io.portolan.model.reach;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The numbers below a size, in classes of those whose profiles are equal. Classes are numbered as
/// they are met; the rows of a class are made when they are first asked for.
final class SideClasses {
    private final int[] classes;
    private final List<Bits> members;
    private final AtomicReferenceArray<@Nullable Rows> rows;

    private SideClasses(int[] classes, List<Bits> members) {
        this.classes = classes;
        this.members = members;
        rows = new AtomicReferenceArray<>(members.size());
    }

    static SideClasses by(int size, IntFunction<?> profile) {
        Object[] profiles = IntStream.range(0, size).parallel().mapToObj(profile).toArray();
        Map<Object, Integer> numbers = new HashMap<>();
        List<Bits.Builder> builders = new ArrayList<>();
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            int number = numbers.computeIfAbsent(profiles[i], _ -> numbers.size());
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
        return rows.length();
    }

    Bits members(int known) {
        return members.get(known);
    }

    /// The rows of a class, made once from its first member.
    Rows rows(int known, IntFunction<Rows> ofMember) {
        Rows of = rows.get(known);
        if (of == null) {
            of = ofMember.apply(members.get(known).first());
            rows.set(known, of);
        }
        return of;
    }
}
