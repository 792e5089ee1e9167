package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Answering.Asked;
import io.portolan.model.reach.Explanation.Witness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the connection of which the path of an answer about many is shown.
record Witnessing(Answering answering, Naming naming) {
    /// Two ends out of all that were asked about.
    private record Pair(Party from, Party to) {}

    Witness of(List<Question> questions, Asked asked, Verdict verdict) {
        PortSet alike = alike(asked.answer(), questions.getFirst().ports());
        boolean ported = questions.getFirst().protocol().transport().isPresent();
        List<Pair> pairs =
                asked.from().stream()
                        .flatMap(from -> asked.to().stream().map(to -> new Pair(from, to)))
                        .toList();
        Optional<Pair> shown =
                pairs.size() < 2
                        ? pairs.stream().findFirst()
                        : Optional.of(shown(questions, pairs, verdict));
        return new Witness(
                shown.map(pair -> text(pair.from())).orElse(""),
                shown.map(pair -> text(pair.to())).orElse(""),
                port(alike),
                pairs.size(),
                ported ? count(alike) : 1);
    }

    /// The first of which alone the same path is shown; the path of several ports may be that of no
    /// pair alone, then the first that does not get through either.
    private Pair shown(List<Question> questions, List<Pair> pairs, Verdict verdict) {
        return Stream.concat(
                        pairs.stream()
                                .filter(p -> alone(questions, p).path().equals(verdict.path())),
                        pairs.stream()
                                .filter(p ->
                                        verdict instanceof Verdict.Allowed
                                                == alone(questions, p) instanceof Verdict.Allowed))
                .findFirst()
                .orElseGet(pairs::getFirst);
    }

    private Verdict alone(List<Question> questions, Pair pair) {
        Answer answer = answering.answer(questions, List.of(pair.from()), List.of(pair.to()));
        Question question = questions.getFirst();
        return naming.of(Verdicts.of(answer, question.protocol(), question.ports()));
    }

    private String text(Party party) {
        String address = naming.named(party.text());
        return party.member()
                .filter(m -> !address.startsWith(m.name()))
                .map(m -> "%s (%s)".formatted(m.name(), address))
                .orElse(address);
    }

    /// The ports of which the same was found out.
    private static PortSet alike(Answer answer, PortSet asked) {
        return Stream.of(answer.undefined(), answer.denied(), answer.noRoute(), answer.allowed())
                .filter(ports -> !ports.isEmpty())
                .findFirst()
                .orElse(asked);
    }

    /// No port has the number zero.
    private static int port(PortSet ports) {
        return ports.isEmpty() ? 0 : ports.contains(1) ? 1 : ports.ranges().getFirst().low();
    }

    private static int count(PortSet ports) {
        return ports.ranges().stream().mapToInt(r -> r.high() - r.low() + 1).sum();
    }
}
