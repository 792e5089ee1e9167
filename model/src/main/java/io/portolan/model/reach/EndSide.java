package io.portolan.model.reach;

import io.portolan.model.policy.Direction;

import java.util.List;

/// A side whose peers are ends. Rows are made when they are first asked for.
final class EndSide implements Side {
    private final SideFactors[] factors;
    private final Travellers travellers;
    private final SideClasses classes;

    private record Profile(int travels, List<Rows> rows) {}

    EndSide(Direction direction, Transits transits, Guards guards) {
        travellers = transits.travellers();
        factors = new SideFactors[travellers.count()];
        Approaches approaches = new Approaches(direction, guards);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = new SideFactors(direction, transits, guards, approaches, i);
        }
        classes = SideClasses.by(guards.stands().known(), this::profile);
    }

    private Profile profile(int end) {
        int travels = travellers.of(end);
        return new Profile(
                travels, travels == Travellers.NONE ? List.of() : factors[travels].profile(end));
    }

    @Override
    public int classOf(int end) {
        return classes.of(end);
    }

    @Override
    public int count() {
        return classes.count();
    }

    @Override
    public Bits members(int known) {
        return classes.members(known);
    }

    @Override
    public Rows rows(int known) {
        return classes.rows(known, this::rowsOf);
    }

    private Rows rowsOf(int end) {
        Interruption.check();
        int travels = travellers.of(end);
        return travels == Travellers.NONE ? Rows.always(Extent.NONE) : factors[travels].rows(end);
    }
}
