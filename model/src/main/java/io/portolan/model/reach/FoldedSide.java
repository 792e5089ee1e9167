package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A side whose peers are members, where some of them are several ends: what is allowed is allowed
/// between all their ends that meet at all.
final class FoldedSide implements Side {
    private final EndSide side;
    private final Stands stands;
    private final int size;
    private final List<List<Integer>> owners = new ArrayList<>();
    private final Bits[] meeting = new Bits[FAMILIES];
    private final SideClasses classes;

    /// IPv4, IPv6, and either.
    private static final int FAMILIES = 3;

    FoldedSide(EndSide side, Stands stands, int size) {
        this.side = side;
        this.stands = stands;
        this.size = size;
        for (int i = 0; i < stands.known(); i++) {
            owners.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            int number = i;
            Arrays.stream(stands.of(i)).forEach(end -> owners.get(end).add(number));
        }
        Arrays.setAll(meeting, this::meeting);
        classes = SideClasses.by(size, this::profile);
    }

    private Bits meeting(int family) {
        Bits.Builder ends = new Bits.Builder();
        for (int i = 0; i < stands.known(); i++) {
            if (family == 2 || stands.family(i) == 2 || stands.family(i) == family) {
                ends.add(i);
            }
        }
        return ends.build();
    }

    private List<Integer> profile(int number) {
        return Arrays.stream(stands.of(number)).map(side::classOf).boxed().toList();
    }

    @Override
    public int classOf(int number) {
        return classes.of(number);
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
        return classes.rows(known, number -> folded(stands.of(number)));
    }

    private Rows folded(int[] ends) {
        Bits meets = Bits.NONE;
        for (int end : ends) {
            meets = meets.or(owning(meeting[stands.family(end)]));
        }
        Rows all = Rows.always(Extent.of(meets));
        for (int end : ends) {
            int family = stands.family(end);
            Rows one = side.rows(side.classOf(end));
            all = all.and(one.mapped(row -> whole(row.surely(), family)));
        }
        return all;
    }

    private Bits owning(Bits ends) {
        Bits.Builder all = new Bits.Builder();
        ends.forEach(end -> owners.get(end).forEach(all::add));
        return all.build();
    }

    /// Members of which no end is missing that could be met.
    private Bits whole(Bits row, int family) {
        return Bits.range(0, size).minus(owning(meeting[family].minus(row)));
    }
}
