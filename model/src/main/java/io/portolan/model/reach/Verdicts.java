package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Alternative.Said;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Puts an answer in words, with the path that shows it.
final class Verdicts {
    private Verdicts() {}

    static Verdict of(Answer answer, Protocol protocol, PortSet asked) {
        if (!answer.undefined().isEmpty()) {
            return undefined(answer);
        }
        if (answer.allowed().equals(asked)) {
            return new Verdict.Allowed(path(answer.passing(asked), asked));
        }
        if (!answer.allowed().isEmpty()) {
            return partly(answer, protocol, asked.minus(answer.allowed()));
        }
        return answer.denied().isEmpty() ? noRoute(answer, asked) : denied(answer, answer.denied());
    }

    private static Verdict denied(Answer answer, PortSet ports) {
        List<Hop> path = path(answer.denying(ports), ports);
        return new Verdict.Denied(path, decider(path, Outcome.DENY));
    }

    private static Verdict noRoute(Answer answer, PortSet ports) {
        List<Hop> path = path(answer.failing(ports), ports);
        return new Verdict.NoRoute(path, decider(path, Outcome.NO_ROUTE).because());
    }

    private static Verdict partly(Answer answer, Protocol protocol, PortSet failing) {
        boolean denied = !answer.denied().isEmpty();
        Optional<Alternative> shown =
                denied ? answer.denying(answer.denied()) : answer.failing(failing);
        List<Hop> path = path(shown, shown.map(Alternative::ports).orElse(failing));
        Hop by = decider(path, denied ? Outcome.DENY : Outcome.NO_ROUTE);
        return new Verdict.Partly(path, protocol, answer.allowed(), by);
    }

    private static Verdict undefined(Answer answer) {
        PortSet ports = answer.undefined();
        List<Hop> path = path(answer.failing(ports), ports);
        return new Verdict.Undefined(path, reason(path));
    }

    private static String reason(List<Hop> path) {
        Optional<Hop> open = first(path, hop -> hop.outcome() == Outcome.UNDEFINED);
        if (open.isPresent()) {
            return "%s: %s".formatted(open.get().point(), open.get().because());
        }
        return first(
                        path,
                        hop -> hop.outcome() == Outcome.DENY || hop.outcome() == Outcome.NO_ROUTE)
                .map(hop ->
                        "ways differ: %s says %s (%s) to %s, another way is open"
                                .formatted(hop.point(), hop.outcome(), hop.because(), hop.seen()))
                .orElse("the plan leaves open what happens");
    }

    private static List<Hop> path(Optional<Alternative> alternative, PortSet ports) {
        return alternative.stream()
                .flatMap(one -> one.hops().stream())
                .filter(said -> !said.ports().intersection(ports).isEmpty())
                .map(Said::hop)
                .toList();
    }

    private static Hop decider(List<Hop> path, Outcome outcome) {
        return first(path, hop -> hop.outcome() == outcome)
                .or(() -> first(path, hop -> hop.outcome() == Outcome.UNDEFINED))
                .orElseGet(path::getLast);
    }

    private static Optional<Hop> first(List<Hop> path, Predicate<Hop> test) {
        return path.stream().filter(test).findFirst();
    }
}
