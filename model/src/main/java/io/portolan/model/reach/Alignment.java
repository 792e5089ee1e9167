package io.portolan.model.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two versions of a list: what is gone, what has come, what stands among others now, and the later
/// one with the very objects of the earlier one where they are equal. Most are the same objects to
/// begin with, which is found out without looking into them.
record Alignment<T>(List<T> aligned, List<T> gone, List<T> come, List<T> moved) {
    static <T> Alignment<T> of(List<T> before, List<T> after) {
        Map<T, Deque<T>> equals = onlyIn(before, after);
        Set<T> known = identities(before);
        Set<T> kept = identities(List.of());
        List<T> aligned = new ArrayList<>(after.size());
        List<T> come = new ArrayList<>();
        List<T> stayed = new ArrayList<>();
        for (T one : after) {
            T same = known.contains(one) ? one : taken(equals, one);
            aligned.add(same);
            (known.contains(same) && kept.add(same) ? stayed : come).add(same);
        }
        List<T> gone = before.stream().filter(one -> !kept.contains(one)).toList();
        return new Alignment<>(aligned, gone, come, moved(before, kept, stayed));
    }

    /// What stayed, without as many as are in the same order at the begin and at the end.
    private static <T> List<T> moved(List<T> before, Set<T> kept, List<T> stayed) {
        List<T> old = before.stream().filter(kept::contains).toList();
        int low = 0;
        int high = stayed.size();
        while (low < high && isSame(old.get(low), stayed.get(low))) {
            low++;
        }
        while (high > low && isSame(old.get(high - 1), stayed.get(high - 1))) {
            high--;
        }
        return stayed.subList(low, high);
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

    /// An equal object that is not taken yet, or the object itself.
    private static <T> T taken(Map<T, Deque<T>> equals, T one) {
        Deque<T> left = equals.get(one);
        return left == null || left.isEmpty() ? one : left.removeFirst();
    }

    /// What is in a list as an object of its own.
    private static <T> Map<T, Deque<T>> onlyIn(List<T> before, List<T> after) {
        Set<T> same = identities(after);
        Map<T, Deque<T>> only = new HashMap<>();
        for (T one : before) {
            if (!same.contains(one)) {
                only.computeIfAbsent(one, _ -> new ArrayDeque<>()).add(one);
            }
        }
        return only;
    }
}
