package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two versions of a list: what is gone, what has come, and the later one with the very objects of
/// the earlier one where they are equal. Most are the same objects to begin with, which is found
/// out without looking into them.
record Alignment<T>(List<T> aligned, List<T> gone, List<T> come, boolean isInOrder) {
    static <T> Alignment<T> of(List<T> before, List<T> after) {
        Map<T, T> equals = onlyIn(before, after);
        Set<T> known = identities(before);
        Set<T> kept = identities(List.of());
        List<T> aligned = new ArrayList<>(after.size());
        List<T> come = new ArrayList<>();
        List<T> stayed = new ArrayList<>();
        for (T one : after) {
            T same = known.contains(one) ? one : equals.getOrDefault(one, one);
            aligned.add(same);
            (known.contains(same) && kept.add(same) ? stayed : come).add(same);
        }
        List<T> gone = before.stream().filter(one -> !kept.contains(one)).toList();
        return new Alignment<>(aligned, gone, come, isSequence(before, kept, stayed));
    }

    /// Whether what stayed is still in the order of before.
    private static <T> boolean isSequence(List<T> before, Set<T> kept, List<T> stayed) {
        Iterator<T> next = stayed.iterator();
        for (T one : before) {
            if (kept.contains(one) && !isSame(one, next.next())) {
                return false;
            }
        }
        return !next.hasNext();
    }

    @SuppressWarnings("ReferenceEquality") // equal objects are one object here
    private static <T> boolean isSame(T one, T other) {
        return one == other;
    }

    private static <T> Set<T> identities(List<T> all) {
        Set<T> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(all);
        return identities;
    }

    /// What is in a list as an object of its own.
    private static <T> Map<T, T> onlyIn(List<T> before, List<T> after) {
        Set<T> same = identities(after);
        Map<T, T> only = new HashMap<>();
        for (T one : before) {
            if (!same.contains(one)) {
                only.putIfAbsent(one, one);
            }
        }
        return only;
    }
}
