package io.portolan.model.reach;

import io.portolan.model.design.Design;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Router;
import io.portolan.model.reach.Connecting.Client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts questions to the path evaluator.
final class Answering {
    private final Parts parts;
    private final Ends ends;
    private final Paths paths;
    private final Set<String> routed;

    /// Who was asked about, and what the paths say.
    record Asked(List<Party> from, List<Party> to, Answer answer) {}

    /// Finds the answer to one question.
    interface Paths {
        Answer answer(PathEvaluator.Ask ask);
    }

    Answering(Parts parts, Design design, Paths paths) {
        this.parts = parts;
        this.ends = new Ends(design, parts);
        this.paths = paths;
        this.routed = routed(design);
    }

    /// All of the questions must be answered alike; they differ only in the payload.
    Asked ask(List<Question> questions) {
        Question first = questions.getFirst();
        List<Party> from = ends.sources(first.from());
        List<Party> to = ends.destinations(first.to(), from);
        return new Asked(from, to, answer(questions, from, to));
    }

    /// The same between some of the ends alone.
    Answer answer(List<Question> questions, List<Party> from, List<Party> to) {
        List<Alternative> all = new ArrayList<>();
        for (Question question : questions) {
            PathEvaluator.Ask ask =
                    new PathEvaluator.Ask(
                            from,
                            to,
                            question.protocol(),
                            question.ports(),
                            Content.of(question.payload()),
                            Client.HONEST,
                            waypoints(question));
            all.addAll(paths.answer(ask).alternatives());
        }
        return Answer.of(questions.getFirst().ports(), all);
    }

    /// Gateways on the way are ends of connections of their own.
    private Waypoints waypoints(Question question) {
        List<String> devices =
                question.via().stream().filter(id -> parts.plan().router(id).isPresent()).toList();
        return new Waypoints(devices, routed);
    }

    /// The devices for which routes are drawn.
    private static Set<String> routed(Design design) {
        return design.elements().values().stream()
                .filter(e ->
                        switch (e) {
                            case Router router -> !router.routes().isEmpty();
                            case Firewall firewall -> !firewall.routes().isEmpty();
                            default -> false;
                        })
                .map(e -> e.id().value())
                .collect(Collectors.toUnmodifiableSet());
    }
}
