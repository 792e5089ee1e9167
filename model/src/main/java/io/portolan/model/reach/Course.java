package io.portolan.model.reach;

import java.util.List;

/// One way a connection may go: the places of the axis that go this way, those of them that surely
/// come to nothing or may, and those that may get through, if every factor lets them.
record Course(Axis.Places taken, Axis.Places failing, Axis.Places open, List<Factor> factors) {
    Course plus(Course other) {
        return new Course(
                taken.or(other.taken), failing.or(other.failing), open.or(other.open), factors);
    }

    /// Where it may get through from one end to another.
    Axis.Places possible(Guards guards, int from, int to) {
        Axis.Places left = open;
        for (Factor factor : factors) {
            if (left.isEmpty()) {
                break;
            }
            left = left.and(factor.places(guards, from, to, false));
        }
        return left;
    }

    /// Where it is not certain to get through.
    Axis.Places uncertain(Guards guards, int from, int to) {
        Axis.Places sure = taken.minus(failing);
        for (Factor factor : factors) {
            if (sure.isEmpty()) {
                break;
            }
            sure = sure.and(factor.places(guards, from, to, true));
        }
        return taken.minus(sure);
    }

    boolean isCertain(Guards guards, int from, int to, int place) {
        if (failing.has(place)) {
            return false;
        }
        for (Factor factor : factors) {
            if (!factor.passes(guards, from, to, place)) {
                return false;
            }
        }
        return true;
    }
}
