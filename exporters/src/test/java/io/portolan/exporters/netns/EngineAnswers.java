package io.portolan.exporters.netns;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the engine says of attempts, in the words in which the kernel's answer is told: the header
/// as it arrives (`10.1.0.1 -> 10.2.0.10:443/tcp`), or `no`.
final class EngineAnswers {
    static final String NO = "no";

    private final Reachability engine;

    EngineAnswers(CompiledDesign compiled) {
        engine = Reachability.of(compiled);
    }

    /// On the whole way.
    String of(Attempt attempt) {
        return switch (verdict(attempt)) {
            case Verdict.Allowed(var path) -> forward(path).toList().getLast().seen();
            case Verdict.Denied _, Verdict.NoRoute _ -> NO;
            case Verdict.Partly partly -> "only " + partly.allowedWords();
            case Verdict.Undefined(_, String reason) -> "not defined: " + reason;
        };
    }

    /// At one point alone; empty if the way does not lead there.
    Optional<String> at(String point, Attempt attempt) {
        return forward(verdict(attempt).path())
                .filter(hop -> hop.point().equals(point))
                .map(hop -> hop.outcome() == Outcome.ALLOW ? hop.seen() : NO)
                .findFirst();
    }

    /// The stages on the way there; those of the replies say so.
    private static Stream<Hop> forward(List<Hop> path) {
        return path.stream().filter(hop -> !hop.point().startsWith("reply"));
    }

    private Verdict verdict(Attempt attempt) {
        return engine.evaluate(
                new Question(
                        new Question.Party.At(attempt.from()),
                        new Question.Party.At(attempt.to()),
                        Protocol.parse(attempt.transport()),
                        PortSet.of(attempt.port()),
                        Question.Payload.UNSPECIFIED,
                        List.of()));
    }

    /// What the kernel did, in the same words.
    static String told(Attempt attempt, Answer answer) {
        return switch (answer) {
            case Answer.Answered(var from, var to, int port) ->
                    "%s -> %s:%d/%s"
                            .formatted(
                                    from, to.v6() ? "[" + to + "]" : to, port, attempt.transport());
            case Answer.Refused _, Answer.Silent _ -> NO;
        };
    }
}
