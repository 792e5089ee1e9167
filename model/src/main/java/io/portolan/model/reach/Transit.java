package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All ways from the ends of one class to the ends of another; without any, they never meet.
/// `isRegular`: the factors say all that there is to say.
final class Transit {
    static final Transit NONE = new Transit(List.of(), true);
    static final Transit IRREGULAR = new Transit(List.of(), false);

    private final List<Course> courses;
    private final boolean regular;
    private final Axis.Places certain;
    private final int hash;

    private Transit(List<Course> courses, boolean regular) {
        this.courses = List.copyOf(courses);
        this.regular = regular;
        certain = certain(courses);
        hash = 31 * courses.hashCode() + Boolean.hashCode(regular);
    }

    /// Ways past the same gates are one.
    static Transit of(List<Course> all) {
        Map<List<Factor>, Course> merged = new LinkedHashMap<>();
        all.forEach(course -> merged.merge(course.factors(), course, Course::plus));
        return new Transit(new ArrayList<>(merged.values()), true);
    }

    List<Course> courses() {
        return courses;
    }

    boolean isRegular() {
        return regular;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Transit transit
                        && hash == transit.hash
                        && regular == transit.regular
                        && courses.equals(transit.courses));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// Where every way that is taken may work, if all factors let it.
    Axis.Places certain() {
        return certain;
    }

    private static Axis.Places certain(List<Course> courses) {
        Axis.Places taken = Axis.Places.NONE;
        Axis.Places failing = Axis.Places.NONE;
        for (Course course : courses) {
            taken = taken.or(course.taken());
            failing = failing.or(course.failing());
        }
        return taken.minus(failing);
    }

    Axis.Places allowed(Guards guards, int from, int to) {
        Axis.Places taken = Axis.Places.NONE;
        Axis.Places uncertain = Axis.Places.NONE;
        for (Course course : courses) {
            taken = taken.or(course.taken());
            uncertain = uncertain.or(course.uncertain(guards, from, to));
        }
        return taken.minus(uncertain);
    }

    Axis.Places possible(Guards guards, int from, int to) {
        Axis.Places possible = Axis.Places.NONE;
        for (Course course : courses) {
            possible = possible.or(course.possible(guards, from, to));
        }
        return possible;
    }

    boolean allows(Guards guards, int from, int to, int place) {
        boolean taken = false;
        for (Course course : courses) {
            if (course.taken().has(place)) {
                taken = true;
                if (!course.isCertain(guards, from, to, place)) {
                    return false;
                }
            }
        }
        return taken;
    }
}
