package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The inside of a device: four slots with the two translations between them.
final class Passing {
    private final PlanIndex plan;
    private final Points points;
    private final Translating translating;

    Passing(PlanIndex plan, Points points, Translating translating) {
        this.plan = plan;
        this.points = points;
        this.translating = translating;
    }

    /// Everything before routing, then `route`.
    List<Alternative> enter(
            Alternative alternative,
            Crossing crossing,
            BiFunction<Alternative, Crossing, List<Alternative>> route) {
        Alternative first = points.visit(alternative, crossing.at(Slot.BEFORE_DNAT));
        Optional<NatTable> table = plan.table(crossing.device(), Hook.PREROUTING);
        return table.isEmpty()
                ? after(first, crossing, route)
                : translated(first, crossing, table.get(), route);
    }

    private List<Alternative> after(
            Alternative alternative,
            Crossing crossing,
            BiFunction<Alternative, Crossing, List<Alternative>> route) {
        return route.apply(points.visit(alternative, crossing.at(Slot.AFTER_DNAT)), crossing);
    }

    private List<Alternative> translated(
            Alternative alternative,
            Crossing crossing,
            NatTable table,
            BiFunction<Alternative, Crossing, List<Alternative>> route) {
        Sight sight = crossing.sight(alternative.packet(), Slot.BEFORE_DNAT);
        Turns<Translation> turns = translating.turns(table, sight, alternative.ports());
        Alternative told = Translating.doubting(alternative, table, turns, sight);
        Stand stand = stand(crossing.in());
        List<Alternative> all = new ArrayList<>();
        for (Turns.Turn<Translation> turn : turns.turns()) {
            all.addAll(
                    Alternative.each(
                            translating.redirected(told.on(turn.ports()), turn.taking(), stand),
                            a -> after(a, crossing.translated(turn.taking()), route)));
        }
        if (!turns.left().isEmpty()) {
            all.addAll(after(told.on(turns.left()), crossing, route));
        }
        return all;
    }

    /// Everything after routing, up to the segment it is put on.
    List<Alternative> leave(Alternative alternative, Crossing crossing) {
        Interface out = crossing.out().orElseThrow();
        Alternative filtered = points.visit(alternative, crossing.at(Slot.BEFORE_SNAT));
        List<Alternative> all = sourceTranslated(filtered, crossing, out);
        Site border = new Site.Border(Direction.IN, out.segment());
        return Alternative.each(
                all,
                a -> List.of(points.visit(points.visit(a, crossing.at(Slot.AFTER_SNAT)), border)));
    }

    private List<Alternative> sourceTranslated(
            Alternative alternative, Crossing crossing, Interface out) {
        Stand stand = stand(out);
        if (crossing.pending().filter(t -> !t.source().equals(Rewrite.NONE)).isPresent()) {
            return translating.resourced(alternative, crossing.pending().get(), stand);
        }
        Sight sight = crossing.sight(alternative.packet(), Slot.BEFORE_SNAT);
        return plan.table(crossing.device(), Hook.POSTROUTING)
                .map(table ->
                        translating.translated(
                                alternative,
                                table,
                                sight,
                                (a, t) -> translating.resourced(a, t, stand)))
                .orElse(List.of(alternative));
    }

    private Stand stand(Interface at) {
        return new Stand(translating.at("", AddressSet.of(at.address()), PortView.chosen()), "");
    }
}
