package io.portolan.model.reach.oracle;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Conditions, actions and rewrites in a few words.
final class TermNotation {
    private TermNotation() {}

    /// What is asked of a packet; `any` if nothing is.
    static String match(Match match) {
        List<String> parts = new ArrayList<>();
        add(parts, "from ", match.source(), TermNotation::peer);
        add(parts, "to ", match.destination(), TermNotation::peer);
        add(parts, "on ", match.traffic(), TermNotation::traffic);
        add(parts, "asking ", match.request(), TermNotation::request);
        add(parts, "passing ", match.passage(), TermNotation::passage);
        return parts.isEmpty() ? "any" : String.join(" ", parts);
    }

    private static <A> void add(
            List<String> parts, String word, Expr<A> term, Function<A, String> atoms) {
        if (!(term instanceof Expr.Any<A>)) {
            parts.add(word + expression(term, atoms));
        }
    }

    static String peers(Expr<Peer> peers) {
        return expression(peers, TermNotation::peer);
    }

    static String traffic(Expr<Traffic> traffic) {
        return expression(traffic, TermNotation::traffic);
    }

    static String requests(Expr<Request> request) {
        return expression(request, TermNotation::request);
    }

    static String passage(Expr<Passage> passage) {
        return expression(passage, TermNotation::passage);
    }

    private static <A> String expression(Expr<A> term, Function<A, String> atoms) {
        return switch (term) {
            case Expr.Any<A>() -> "any";
            case Expr.Is<A>(A atom) -> atoms.apply(atom);
            case Expr.AnyOf<A>(var terms) ->
                    terms.isEmpty() ? "none" : joined(terms, " or ", atoms);
            case Expr.AllOf<A>(var terms) -> joined(terms, " and ", atoms);
            case Expr.Not<A>(var inner) -> "not " + expression(inner, atoms);
            case Expr.Named<A>(var name, var meaning) -> name + " = " + expression(meaning, atoms);
            case Expr.Unknown<A>(var reason) -> reason + "?";
        };
    }

    private static <A> String joined(List<Expr<A>> terms, String word, Function<A, String> atoms) {
        return terms.stream()
                .map(term -> expression(term, atoms))
                .collect(Collectors.joining(word, "(", ")"));
    }

    // ---------------------------------------------------------------- atoms

    private static String peer(Peer peer) {
        return switch (peer) {
            case Peer.OfKind(var kind) -> "a " + lower(kind);
            case Peer.Labelled(var owner, var key, var value) ->
                    lower(owner) + " " + key + "=" + value.words();
            case Peer.At(var blocks) -> blocks.toString();
            case Peer.Principal(Text domain, Text namespace, Text account) ->
                    "identity " + domain.words() + "/" + namespace.words() + "/" + account.words();
            case Peer.Relative(var relation) -> lower(relation);
            case Peer.Domain(var name) -> "name " + name.words();
        };
    }

    private static String traffic(Traffic traffic) {
        return switch (traffic) {
            case Traffic.Ports(var transport, var to, var from) ->
                    lower(transport)
                            + (to.equals(PortSet.ALL) ? "" : " " + to)
                            + (from.equals(PortSet.ALL) ? "" : " from " + from);
            case Traffic.NamedPort(var transport, var name) -> lower(transport) + " " + name;
            case Traffic.Icmp(int family, var type, var code) ->
                    "icmp" + family + " " + type + " " + code;
            case Traffic.IpProtocol(int number) -> "protocol " + number;
        };
    }

    private static String request(Request request) {
        return switch (request) {
            case Request.ServerName(var name) -> "server name " + name.words();
            case Request.Host(var name) -> "host " + name.words();
            case Request.Method(var name) -> name.words();
            case Request.Path(var path) -> path.words();
            case Request.Header(var name, var value) -> name + ": " + value.words();
            case Request.Token(var subject) -> "token of " + subject.words();
            case Request.DnsQuery(var name) -> "query " + name.words();
            case Request.NoHttp() -> "no http";
        };
    }

    private static String passage(Passage passage) {
        return switch (passage) {
            case Passage.Enters(var names) -> "in " + names;
            case Passage.Leaves(var names) -> "out " + names;
            case Passage.InState(var states) -> "state " + states;
            case Passage.Translated(var by) -> "translated by " + by.orElse("any");
        };
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    // ---------------------------------------------------------------- effects

    /// A block that is entered is only named; its lines follow.
    static String action(Action action) {
        return switch (action) {
            case Action.Allow() -> "allow";
            case Action.Deny(_) -> "deny";
            case Action.Pass() -> "pass";
            case Action.Continue() -> "log";
            case Action.Enter(var block) -> "enter " + block.name();
            case Action.Either(var why, var possible) ->
                    possible.stream()
                            .map(TermNotation::action)
                            .collect(Collectors.joining(" or ", "", " (" + why + ")"));
        };
    }

    static String rewrite(Rewrite rewrite) {
        return target(rewrite.address())
                + switch (rewrite.port()) {
                    case PortTarget.Keep() -> "";
                    case PortTarget.ToNumber(int port) -> " port " + port;
                    case PortTarget.ToName(var name) -> " port " + name;
                };
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.Unchanged() -> "unchanged";
            case Target.Pool(var blocks) -> blocks.toString();
            case Target.SameOffset(var from, var to) -> from + " as " + to;
            case Target.Own() -> "its own";
            case Target.Backends(var members) -> peers(members);
            case Target.OneOf(var candidates) ->
                    candidates.stream()
                            .map(TermNotation::target)
                            .collect(Collectors.joining(" or ", "(", ")"));
        };
    }
}
