package io.portolan.app.ui.trace;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.theme.VerdictLook;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the cards of a path: those before the one that decides, that one, and those behind it.
record HopCards(EditorModel model, Flow flow) {
    List<HopCard> of(Verdict verdict) {
        List<HopCard> cards = new ArrayList<>();
        Optional<Hop> deciding = deciding(verdict);
        HopCard.Role decider = decider(verdict);
        boolean stopped = false;
        for (Hop hop : verdict.path()) {
            boolean decides = !stopped && deciding.filter(hop::equals).isPresent();
            HopCard.Role role =
                    stopped ? HopCard.Role.NOT_REACHED : decides ? decider : passed(hop);
            cards.add(new HopCard(title(hop), hop.point(), role, Optional.of(hop)));
            stopped |= decides;
        }
        if (stopped) {
            String target = model.labelOf(flow.to());
            cards.add(new HopCard(target, "", HopCard.Role.NOT_REACHED, Optional.empty()));
        }
        return cards;
    }

    private HopCard.Role decider(Verdict verdict) {
        return VerdictLook.of(flow.intent(), verdict) == VerdictLook.REFUSED
                ? HopCard.Role.REFUSING
                : HopCard.Role.DECIDING;
    }

    private static HopCard.Role passed(Hop hop) {
        return hop.outcome() == Outcome.UNDEFINED ? HopCard.Role.UNSURE : HopCard.Role.PASSED;
    }

    /// The stage that decided against it. Where something is not defined nobody has decided, and
    /// what lies behind may be reached.
    private static Optional<Hop> deciding(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Denied(_, var by) -> Optional.of(by);
            case Verdict.Partly(_, _, _, var by) -> Optional.of(by);
            case Verdict.NoRoute(var path, _) ->
                    path.stream().filter(h -> h.outcome() == Outcome.NO_ROUTE).findFirst();
            case Verdict.Undefined _, Verdict.Allowed _ -> Optional.empty();
        };
    }

    /// Owners are element ids where an element decides; platforms name themselves otherwise.
    private String title(Hop hop) {
        return elementOf(model, hop.owner())
                .map(model::labelOf)
                .orElse(hop.owner().isBlank() ? "on the way" : hop.owner());
    }

    static Optional<ElementId> elementOf(EditorModel model, String owner) {
        return model.design().elements().keySet().stream()
                .filter(id -> id.value().equals(owner))
                .findFirst();
    }
}
