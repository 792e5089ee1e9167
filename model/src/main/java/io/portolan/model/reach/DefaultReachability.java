package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Flow;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.reach.Connecting.Listening;
import io.portolan.model.reach.Explanation.Witness;
import io.portolan.model.reach.Question.Payload;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Interprets the plan of one compiled design.
final class DefaultReachability implements Reachability {
    private final Parts parts;
    private final Remembered remembered;
    private final Answering judged;
    private final Answering explained;
    private final Naming naming;
    private final Published published;

    /// What was found out about one way of dialling.
    private record Told(List<Question> questions, Answering.Asked asked, Verdict verdict) {
        Question question() {
            return questions.getFirst();
        }
    }

    /// Made when first asked for, once: several rules ask for it.
    private @Nullable FactoredRelation relation;

    private @Nullable ShownRelation whole;

    DefaultReachability(CompiledDesign compiled) {
        this(compiled, Parts.of(compiled.plan(), compiled.estate()));
    }

    private DefaultReachability(CompiledDesign compiled, Parts parts) {
        this(compiled, parts, new Remembered(parts));
    }

    private DefaultReachability(CompiledDesign compiled, Parts parts, Remembered remembered) {
        this.parts = parts;
        this.remembered = remembered;
        PathEvaluator explaining =
                new PathEvaluator(parts, new Explaining(parts.deciding()), Listening.CHECKED);
        judged = new Answering(parts, compiled.design(), remembered::answer);
        explained = new Answering(parts, compiled.design(), explaining::answer);
        naming = new Naming(compiled);
        published = new Published(parts.plan());
    }

    @Override
    public Reachability after(CompiledDesign edited) {
        Optional<Edit> edit = Edit.of(parts, edited.plan(), edited.estate());
        return edit.isEmpty() ? Reachability.of(edited) : after(edited, edit.get());
    }

    private Reachability after(CompiledDesign edited, Edit edit) {
        DefaultReachability after =
                new DefaultReachability(edited, edit.parts(), remembered.after(edit));
        synchronized (this) {
            after.relation = relation == null ? null : relation.after(edit);
        }
        return after;
    }

    @Override
    public Verdict evaluate(Flow flow) {
        return dialled(judged, questions(flow)).verdict();
    }

    @Override
    public Verdict evaluate(Question question) {
        return dialled(judged, List.of(question)).verdict();
    }

    @Override
    public Explanation explain(Flow flow) {
        return explained(dialled(explained, questions(flow)));
    }

    @Override
    public Explanation explain(Question question) {
        return explained(dialled(explained, List.of(question)));
    }

    private Told told(Answering by, List<Question> questions) {
        Answering.Asked asked = by.ask(questions);
        return new Told(questions, asked, verdict(asked, questions.getFirst()));
    }

    /// Who cannot be reached at an address of its own may be at one that a device translates to it.
    private Told dialled(Answering by, List<Question> questions) {
        Told direct = told(by, questions);
        if (direct.verdict() instanceof Verdict.Allowed
                || !(direct.question().to() instanceof Question.Party.Member(String name))) {
            return direct;
        }
        Told best = direct;
        for (Published.Way way : ways(name, direct.question())) {
            Told other = told(by, at(way, questions));
            if (!Published.leadsTo(name, other.asked().answer().alternatives())) {
                continue;
            }
            if (other.verdict() instanceof Verdict.Allowed) {
                return other;
            }
            best = other.verdict() instanceof Verdict.Undefined ? other : best;
        }
        return best;
    }

    private List<Published.Way> ways(String name, Question question) {
        return parts.roster().find(name).stream()
                .flatMap(m -> published.of(m, question.protocol(), question.ports()).stream())
                .toList();
    }

    private static List<Question> at(Published.Way way, List<Question> all) {
        return all.stream()
                .map(q ->
                        new Question(
                                q.from(),
                                new Question.Party.At(way.dialled()),
                                q.protocol(),
                                way.ports(),
                                q.payload(),
                                q.via()))
                .toList();
    }

    private Explanation explained(Told told) {
        List<Hop> before =
                Stream.of(told.question().from(), told.question().to())
                        .flatMap(party -> onNode(party).stream())
                        .toList();
        Verdict verdict = before.isEmpty() ? told.verdict() : told.verdict().after(before);
        Witness shown =
                new Witnessing(explained, naming)
                        .of(told.questions(), told.asked(), told.verdict());
        boolean one = shown.pairs() < 2;
        return new Explanation(
                verdict,
                shown,
                Silence.of(
                        parts.plan().plan().points(),
                        verdict.path(),
                        one ? name(told.question().from()) : shown.from(),
                        one ? name(told.question().to()) : shown.to()));
    }

    /// Pods in the network of their node are not what policies see.
    private Optional<Hop> onNode(Question.Party party) {
        return party instanceof Question.Party.Member(var name)
                ? parts.roster()
                        .find(name)
                        .filter(m -> m.kind() == PeerKind.HOST_POD)
                        .flatMap(DefaultReachability::onNode)
                : Optional.empty();
    }

    private static Optional<Hop> onNode(Member pod) {
        return pod.node()
                .map(node ->
                        new Hop(
                                "host network",
                                pod.name(),
                                Outcome.NOT_IN_SCOPE,
                                "in the network of its node: policies see %s".formatted(node),
                                Optional.empty(),
                                node));
    }

    private Verdict verdict(Answering.Asked asked, Question question) {
        if (asked.from().isEmpty() || asked.to().isEmpty()) {
            return unknown(asked.from().isEmpty() ? question.from() : question.to());
        }
        return naming.of(Verdicts.of(asked.answer(), question.protocol(), question.ports()));
    }

    private static Verdict unknown(Question.Party party) {
        return new Verdict.Undefined(
                List.of(),
                "Nothing is known of the end (%s): it has no address and nobody in it has one."
                        .formatted(name(party)));
    }

    private static String name(Question.Party party) {
        return switch (party) {
            case Question.Party.Member(var member) -> member;
            case Question.Party.At(var address) -> address.toString();
        };
    }

    private static List<Question> questions(Flow flow) {
        PortSet ports =
                flow.protocol().transport().isEmpty()
                        ? PortSet.ALL
                        : flow.ports().orElse(PortSet.ALL);
        List<String> via = flow.via().stream().map(id -> id.value()).toList();
        return payloads(flow).stream()
                .map(payload ->
                        new Question(
                                new Question.Party.Member(flow.from().value()),
                                new Question.Party.Member(flow.to().value()),
                                flow.protocol(),
                                ports,
                                payload,
                                via))
                .toList();
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
    public synchronized Relation relation() {
        ShownRelation known = whole;
        if (known == null) {
            FactoredRelation direct = relation == null ? FactoredRelation.of(parts) : relation;
            known = new ShownRelation(direct, shown());
            relation = direct;
            whole = known;
        }
        return known;
    }

    private Shown shown() {
        return new Shown(
                parts.roster().members(),
                published,
                ProtocolGroups.of(parts.plan().plan()).all().stream()
                        .filter(ProtocolGroups.Group::others)
                        .map(ProtocolGroups.Group::example)
                        .toList(),
                question -> judged.ask(List.of(question)).answer());
    }
}
