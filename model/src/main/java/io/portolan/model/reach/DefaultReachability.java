package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.StandIns;
import io.portolan.model.design.Design;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Router;
import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Connecting.Client;
import io.portolan.model.reach.Connecting.Listening;
import io.portolan.model.reach.Question.Payload;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Interprets the plan of one compiled design.
final class DefaultReachability implements Reachability {
    private final Ends ends;
    private final PathEvaluator paths;
    private final Parts parts;
    private final Naming naming;
    private final Set<String> routed;
    private final Published published;

    /// Made when first asked for, once: several rules ask for it.
    private @Nullable Relation relation;

    DefaultReachability(CompiledDesign compiled) {
        parts = Parts.of(compiled.plan(), compiled.estate());
        ends = new Ends(compiled.design(), parts);
        paths = new PathEvaluator(parts, Listening.CHECKED);
        naming = new Naming(StandIns.of(compiled));
        routed = routed(compiled.design());
        published = new Published(parts.plan());
    }

    @Override
    public Verdict evaluate(Flow flow) {
        PortSet ports =
                flow.protocol().transport().isEmpty()
                        ? PortSet.ALL
                        : flow.ports().orElse(PortSet.ALL);
        List<String> via = flow.via().stream().map(id -> id.value()).toList();
        List<Question> questions =
                payloads(flow).stream()
                        .map(payload ->
                                new Question(
                                        new Question.Party.Member(flow.from().value()),
                                        new Question.Party.Member(flow.to().value()),
                                        flow.protocol(),
                                        ports,
                                        payload,
                                        via))
                        .toList();
        return published(evaluate(questions), questions);
    }

    /// Who cannot be reached at an address of its own may be at one that a device translates to it.
    private Verdict published(Verdict direct, List<Question> questions) {
        Question first = questions.getFirst();
        if (direct instanceof Verdict.Allowed
                || !(first.to() instanceof Question.Party.Member(String name))) {
            return direct;
        }
        Verdict best = direct;
        for (Published.Way way : ways(name, first)) {
            Verdict other = dialling(way, questions, name).orElse(direct);
            if (other instanceof Verdict.Allowed) {
                return other;
            }
            best = other instanceof Verdict.Undefined ? other : best;
        }
        return best;
    }

    private List<Published.Way> ways(String name, Question question) {
        return parts.roster().find(name).stream()
                .flatMap(m -> published.of(m, question.protocol(), question.ports()).stream())
                .toList();
    }

    /// The verdict if it is the member that the dialled address leads to.
    private Optional<Verdict> dialling(Published.Way way, List<Question> all, String member) {
        List<Question> questions =
                all.stream()
                        .map(q ->
                                new Question(
                                        q.from(),
                                        new Question.Party.At(way.dialled()),
                                        q.protocol(),
                                        way.ports(),
                                        q.payload(),
                                        q.via()))
                        .toList();
        List<Alternative> alternatives = alternatives(questions);
        boolean leadsThere =
                alternatives.stream()
                        .filter(a -> a.ending().isEmpty())
                        .allMatch(a -> a.packet().destination().name().equals(member));
        return leadsThere && !alternatives.isEmpty()
                ? Optional.of(said(way.ports(), alternatives))
                : Optional.empty();
    }

    private static List<Payload> payloads(Flow flow) {
        if (flow.methods().isEmpty()) {
            return List.of(payload(flow, Optional.empty()));
        }
        return flow.methods().stream().map(m -> payload(flow, Optional.of(m))).toList();
    }

    private static Payload payload(Flow flow, Optional<String> method) {
        return new Payload(
                flow.serverName(), flow.host(), method, flow.path(), flow.serverName().isPresent());
    }

    @Override
    public Verdict evaluate(Question question) {
        return evaluate(List.of(question));
    }

    /// All of the questions must be answered alike; they differ only in the payload.
    private Verdict evaluate(List<Question> questions) {
        Question first = questions.getFirst();
        List<Party> from = ends.sources(first.from());
        List<Party> to = ends.destinations(first.to(), from);
        if (from.isEmpty() || to.isEmpty()) {
            return unknown(from.isEmpty() ? first.from() : first.to());
        }
        return said(first.ports(), alternatives(questions));
    }

    private Verdict said(PortSet ports, List<Alternative> all) {
        return naming.of(Verdicts.of(Answer.of(ports, all), ports));
    }

    private List<Alternative> alternatives(List<Question> questions) {
        Question first = questions.getFirst();
        List<Party> from = ends.sources(first.from());
        List<Party> to = ends.destinations(first.to(), from);
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
        return all;
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

    private static Verdict unknown(Question.Party party) {
        String name =
                switch (party) {
                    case Question.Party.Member(var member) -> member;
                    case Question.Party.At(var address) -> address.toString();
                };
        return new Verdict.Undefined(
                List.of(),
                "Nothing is known of the end (%s): it has no address and nobody in it has one."
                        .formatted(name));
    }

    @Override
    public synchronized Relation relation() {
        Relation known = relation;
        if (known == null) {
            known = new FactoredRelation(parts);
            relation = known;
        }
        return known;
    }
}
