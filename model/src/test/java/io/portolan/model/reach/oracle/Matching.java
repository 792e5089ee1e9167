package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Decides in three values whether one packet matches (Kleene logic: MAYBE is "cannot be decided at
/// design time").
final class Matching {
    private Matching() {}

    enum Truth {
        NO,
        MAYBE,
        YES;

        static Truth of(boolean value) {
            return value ? YES : NO;
        }

        Truth and(Truth other) {
            return compareTo(other) < 0 ? this : other;
        }

        Truth or(Truth other) {
            return compareTo(other) > 0 ? this : other;
        }

        Truth not() {
            return switch (this) {
                case NO -> YES;
                case MAYBE -> MAYBE;
                case YES -> NO;
            };
        }
    }

    /// A packet at a site, seen by a point that governs `subject` (empty on devices).
    record Sight(Packet packet, Site site, Optional<Estate.Member> subject) {}

    static Truth matches(Match match, Sight sight) {
        return matchesBelowL7(match, sight).and(request(match.request(), sight));
    }

    static Truth matchesBelowL7(Match match, Sight sight) {
        return eval(match.source(), atom -> peer(atom, sight.packet().source(), true, sight))
                .and(
                        eval(
                                match.destination(),
                                atom -> peer(atom, sight.packet().destination(), false, sight)))
                .and(eval(match.traffic(), atom -> traffic(atom, sight.packet())))
                .and(eval(match.passage(), atom -> passage(atom, sight)));
    }

    static Truth request(Expr<Request> request, Sight sight) {
        return eval(request, atom -> request(atom, sight.packet().payload()));
    }

    static Truth governs(Expr<Peer> subject, Packet.Party party, Sight sight) {
        return eval(subject, atom -> peer(atom, party, false, sight));
    }

    static <A> Truth eval(Expr<A> expr, Function<A, Truth> atoms) {
        return switch (expr) {
            case Expr.Any<A>() -> Truth.YES;
            case Expr.Is<A>(A atom) -> atoms.apply(atom);
            case Expr.AnyOf<A>(var terms) ->
                    terms.stream().map(term -> eval(term, atoms)).reduce(Truth.NO, Truth::or);
            case Expr.AllOf<A>(var terms) ->
                    terms.stream().map(term -> eval(term, atoms)).reduce(Truth.YES, Truth::and);
            case Expr.Not<A>(var term) -> eval(term, atoms).not();
            case Expr.Named<A>(_, var meaning) -> eval(meaning, atoms);
            case Expr.Unknown<A>(_) -> Truth.MAYBE;
        };
    }

    // ---------------------------------------------------------------- atoms

    private static Truth peer(Peer atom, Packet.Party party, boolean isSource, Sight sight) {
        Optional<Estate.Member> endpoint = party.endpoint();
        return switch (atom) {
            case Peer.OfKind(var kind) ->
                    Truth.of(endpoint.filter(e -> e.kind() == kind).isPresent());
            case Peer.Labelled(var owner, var key, var value) ->
                    Truth.of(
                            endpoint.flatMap(e -> e.label(owner, key))
                                    .filter(v -> text(value, v))
                                    .isPresent());
            case Peer.At(var blocks) ->
                    Truth.of(blocks.stream().anyMatch(block -> block.contains(party.address())));
            case Peer.Principal principal ->
                    Truth.of(
                            (isSource
                                            ? sight.packet().identity()
                                            : endpoint.flatMap(Estate.Member::identity))
                                    .filter(identity -> proves(principal, identity))
                                    .isPresent());
            case Peer.Relative(var relation) -> Truth.of(relates(relation, party, sight));
            case Peer.Domain(var name) -> domain(name, endpoint);
        };
    }

    private static boolean proves(Peer.Principal wanted, Estate.Identity identity) {
        return text(wanted.trustDomain(), identity.trustDomain())
                && text(wanted.namespace(), identity.namespace())
                && text(wanted.account(), identity.account());
    }

    private static boolean relates(Relation relation, Packet.Party party, Sight sight) {
        String peer = party.endpoint().map(Estate.Member::name).orElse("");
        return switch (relation) {
            case ITSELF -> sight.subject().filter(s -> s.name().equals(peer)).isPresent();
            case ITS_NODE ->
                    sight.subject().flatMap(Estate.Member::node).filter(peer::equals).isPresent();
        };
    }

    private static Truth domain(Text name, Optional<Estate.Member> endpoint) {
        if (endpoint.isEmpty() || endpoint.get().names().isEmpty()) {
            return endpoint.filter(e -> e.kind() == PeerKind.POD).isPresent()
                    ? Truth.NO
                    : Truth.MAYBE;
        }
        return Truth.of(endpoint.get().names().stream().anyMatch(n -> text(name, lower(n))));
    }

    private static Truth traffic(Traffic atom, Packet packet) {
        int port = packet.destination().port();
        return Truth.of(
                switch (atom) {
                    case Traffic.Ports(var transport, var destination, var source) ->
                            packet.protocol() == transport.number()
                                    && destination.contains(port)
                                    && source.contains(packet.source().port());
                    case Traffic.NamedPort(var transport, var name) ->
                            packet.protocol() == transport.number()
                                    && packet.destination()
                                            .endpoint()
                                            .filter(e -> Members.isNamed(e, transport, name, port))
                                            .isPresent();
                    case Traffic.Icmp(int family, var type, var code) ->
                            packet.protocol() == (family == 4 ? 1 : 58)
                                    && same(type, port / 256)
                                    && same(code, port % 256);
                    case Traffic.IpProtocol(int number) -> packet.protocol() == number;
                });
    }

    private static boolean same(OptionalInt wanted, int actual) {
        return wanted.isEmpty() || wanted.getAsInt() == actual;
    }

    private static Truth passage(Passage atom, Sight sight) {
        Optional<Site.Device> device =
                sight.site() instanceof Site.Device d ? Optional.of(d) : Optional.empty();
        return switch (atom) {
            case Passage.Enters(var names) -> through(names, device.map(Site.Device::in));
            case Passage.Leaves(var names) -> through(names, device.map(Site.Device::out));
            case Passage.InState(var states) -> Truth.of(states.contains(sight.packet().state()));
            case Passage.Translated(var by) ->
                    Truth.of(
                            sight.packet()
                                    .translatedBy()
                                    .filter(name -> by.isEmpty() || by.get().equals(name))
                                    .isPresent());
        };
    }

    private static Truth through(Set<String> names, Optional<Forwarding.Interface> at) {
        return at.map(i -> Truth.of(names.contains(i.name()) || names.contains(i.zone())))
                .orElse(Truth.MAYBE);
    }

    private static Truth request(Request atom, Packet.Payload payload) {
        if (payload instanceof Packet.Payload.Unspecified) {
            return Truth.MAYBE;
        }
        Optional<Packet.Payload.Http> http =
                payload instanceof Packet.Payload.Http h ? Optional.of(h) : Optional.empty();
        return Truth.of(
                switch (atom) {
                    case Request.NoHttp() -> http.isEmpty();
                    case Request.ServerName(var name) ->
                            payload instanceof Packet.Payload.Tls(var sni, _)
                                    && sni.filter(s -> text(name, lower(s))).isPresent();
                    case Request.Host(var name) ->
                            http.filter(h -> text(name, lower(h.host()))).isPresent();
                    case Request.Method(var name) ->
                            http.filter(h -> text(name, h.method())).isPresent();
                    case Request.Path(var path) ->
                            http.filter(h -> text(path, h.path())).isPresent();
                    case Request.Header(var name, var value) ->
                            http.map(h -> h.headers().get(name))
                                    .filter(v -> text(value, v))
                                    .isPresent();
                    case Request.Token(var subject) ->
                            http.flatMap(Packet.Payload.Http::token)
                                    .filter(t -> text(subject, t))
                                    .isPresent();
                    case Request.DnsQuery(var name) ->
                            payload instanceof Packet.Payload.Dns(var query)
                                    && text(name, lower(query));
                });
    }

    /// The name that a listener goes by: the server name under TLS, else the Host.
    static Truth hostname(Optional<Text> wanted, Packet.Payload payload) {
        if (wanted.isEmpty()) {
            return Truth.YES;
        }
        return switch (payload) {
            case Packet.Payload.Unspecified() -> Truth.MAYBE;
            case Packet.Payload.Tls(var sni, _) ->
                    Truth.of(sni.filter(name -> text(wanted.get(), lower(name))).isPresent());
            case Packet.Payload.Http http -> Truth.of(text(wanted.get(), lower(http.host())));
            case Packet.Payload.Opaque(), Packet.Payload.Dns(_) -> Truth.NO;
        };
    }

    static boolean text(Text test, String value) {
        return switch (test) {
            case Text.Exact(var wanted) -> value.equals(wanted);
            case Text.OneOf(var wanted) -> wanted.contains(value);
            case Text.Prefix(var start) -> value.startsWith(start);
            case Text.Suffix(var end) -> value.endsWith(end);
            case Text.Contains(var part) -> value.contains(part);
            case Text.Present() -> true;
            case Text.Under(var apex, var depth) -> under(apex, depth, value);
            case Text.Regex(var pattern) -> value.matches(pattern);
        };
    }

    private static boolean under(String apex, Depth depth, String name) {
        if (!name.endsWith("." + apex)) {
            return false;
        }
        String labels = name.substring(0, name.length() - apex.length() - 1);
        return !labels.isEmpty() && (depth == Depth.ANY || !labels.contains("."));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
