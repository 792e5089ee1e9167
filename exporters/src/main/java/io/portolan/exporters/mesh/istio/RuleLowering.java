package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Conjunctions;
import io.portolan.exporters.manifest.Conjunctions.Literal;
import io.portolan.exporters.text.Yaml;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// One rule of the plan as a rule of an AuthorizationPolicy.
final class RuleLowering {
    /// Istio lists single ports; a longer list is no policy that somebody reads.
    private static final int MOST_PORTS = 64;

    private final Consumer<Unwritable> gaps;

    RuleLowering(Consumer<Unwritable> gaps) {
        this.gaps = gaps;
    }

    /// @throws Unwritable if nothing of it can be written
    Yaml.Mapping lowered(Match match) {
        if (!match.destination().equals(Expr.any()) || !match.passage().equals(Expr.any())) {
            throw new Unwritable(
                    "the rule asks for more than source, port and request",
                    "Put what the governed pods fulfil into the selector of the policy.");
        }
        Yaml.Mapping rule = Yaml.map();
        List<Yaml> from = entries(match.source(), "source", this::source);
        List<Yaml> to = operations(match);
        rule = from.isEmpty() ? rule : rule.with("from", Yaml.list(from));
        return to.isEmpty() ? rule : rule.with("to", Yaml.list(to));
    }

    private interface Writing<A> {
        void write(Fields fields, Literal<A> literal);
    }

    /// Lists of values by key, in the order in which they were first used.
    private static final class Fields {
        private final SequencedMap<String, TreeSet<String>> values = new LinkedHashMap<>();

        void add(String key, List<String> found) {
            values.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(found);
        }

        Yaml.Mapping yaml() {
            Yaml.Mapping yaml = Yaml.map();
            for (var entry : values.entrySet()) {
                yaml = yaml.with(entry.getKey(), Yaml.texts(List.copyOf(entry.getValue())));
            }
            return yaml;
        }
    }

    /// Empty means everything.
    private <A> List<Yaml> entries(Expr<A> expression, String key, Writing<A> writing) {
        List<Yaml> entries = new ArrayList<>();
        for (List<Literal<A>> conjunction : Conjunctions.of(expression)) {
            if (conjunction.isEmpty()) {
                return List.of();
            }
            try {
                Fields fields = new Fields();
                conjunction.forEach(literal -> writing.write(fields, literal));
                entries.add(Yaml.map().with(key, fields.yaml()));
            } catch (Unwritable e) {
                gaps.accept(e);
            }
        }
        if (entries.isEmpty()) {
            throw new Unwritable("nothing of the rule is left", "See the other gaps of this rule.");
        }
        return entries;
    }

    private void source(Fields fields, Literal<Peer> literal) {
        switch (literal) {
            case Literal.Holds<Peer>(Peer.Principal principal) -> principal(fields, principal, "");
            case Literal.Fails<Peer>(Peer.Principal principal) ->
                    principal(fields, principal, "not");
            case Literal.Holds<Peer>(Peer.At(var blocks)) ->
                    fields.add("ipBlocks", blocks.stream().map(Object::toString).toList());
            case Literal.Fails<Peer>(Peer.At(var blocks)) ->
                    fields.add("notIpBlocks", blocks.stream().map(Object::toString).toList());
            case Literal.Holds<Peer> _, Literal.Fails<Peer> _ ->
                    throw new Unwritable(
                            "Istio knows sources by identity and address only",
                            "Make the source a member of the mesh, or give it addresses.");
            case Literal.Undecided<Peer>(var reason) ->
                    throw new Unwritable(
                            "it is not known who is meant: " + reason, "Say it in the design.");
        }
    }

    private static void principal(Fields fields, Peer.Principal principal, String not) {
        boolean anyAccount = principal.account() instanceof Text.Present;
        boolean anyNamespace = principal.namespace() instanceof Text.Present;
        boolean anyDomain = principal.trustDomain() instanceof Text.Present;
        if (anyAccount && anyNamespace && anyDomain) {
            fields.add(key(not, "principals"), List.of("*"));
        } else if (anyAccount && anyDomain) {
            fields.add(key(not, "namespaces"), Patterns.of(principal.namespace()));
        } else if (anyNamespace && anyDomain) {
            fields.add(
                    key(not, "principals"),
                    List.of("*/sa/" + Patterns.single(principal.account())));
        } else {
            fields.add(
                    key(not, "principals"),
                    List.of(
                            Patterns.single(principal.trustDomain())
                                    + "/ns/"
                                    + Patterns.single(principal.namespace())
                                    + (anyAccount
                                            ? "/*"
                                            : "/sa/" + Patterns.single(principal.account()))));
        }
    }

    private static String key(String not, String name) {
        return not.isEmpty()
                ? name
                : not + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private List<Yaml> operations(Match match) {
        List<Yaml> ports =
                isAllTcp(match.traffic())
                        ? List.of()
                        : entries(match.traffic(), "operation", RuleLowering::traffic);
        List<Yaml> requests = entries(visible(match.request()), "operation", RuleLowering::request);
        if (ports.isEmpty() || requests.isEmpty()) {
            return ports.isEmpty() ? requests : ports;
        }
        List<Yaml> all = new ArrayList<>();
        for (Yaml port : ports) {
            requests.forEach(request -> all.add(merged(port, request)));
        }
        return all;
    }

    /// Istio sees nothing but TCP, so that all of TCP is everything.
    private static boolean isAllTcp(Expr<Traffic> traffic) {
        return traffic.equals(Expr.is(new Traffic.IpProtocol(Protocol.TCP.number())))
                || traffic.equals(Expr.is(Traffic.to(Transport.TCP, PortSet.ALL)));
    }

    private static Yaml merged(Yaml left, Yaml right) {
        Yaml.Mapping both = Yaml.map();
        for (Yaml side : List.of(left, right)) {
            if (side instanceof Yaml.Mapping(var entries)
                    && entries.get("operation") instanceof Yaml.Mapping(var fields)) {
                for (var field : fields.entrySet()) {
                    both = both.with(field.getKey(), field.getValue());
                }
            }
        }
        return Yaml.map().with("operation", both);
    }

    /// Without what Istio does by itself where no HTTP can be read.
    private static Expr<Request> visible(Expr<Request> request) {
        Expr<Request> hidden = Expr.is(new Request.NoHttp());
        return switch (request) {
            case Expr.AnyOf<Request>(var terms) when terms.contains(hidden) ->
                    new Expr.AnyOf<>(terms.stream().filter(t -> !t.equals(hidden)).toList());
            case Expr.AllOf<Request>(var terms) when terms.contains(Expr.not(hidden)) ->
                    IstioText.allOf(
                            terms.stream().filter(t -> !t.equals(Expr.not(hidden))).toList());
            default -> request;
        };
    }

    private static void traffic(Fields fields, Literal<Traffic> literal) {
        switch (literal) {
            case Literal.Holds<Traffic>(Traffic.Ports found) -> fields.add("ports", ports(found));
            case Literal.Fails<Traffic>(Traffic.Ports found) ->
                    fields.add("notPorts", ports(found));
            case Literal.Holds<Traffic> _, Literal.Fails<Traffic> _, Literal.Undecided<Traffic> _ ->
                    throw new Unwritable(
                            "Istio decides about TCP ports by number only",
                            "What is not TCP passes Istio untouched; close it with NetworkPolicy.");
        }
    }

    private static List<String> ports(Traffic.Ports found) {
        int count =
                found.destination().ranges().stream().mapToInt(r -> r.high() - r.low() + 1).sum();
        if (found.transport() != Transport.TCP || !found.source().equals(PortSet.ALL)) {
            throw new Unwritable(
                    "Istio decides about TCP ports by number only",
                    "What is not TCP passes Istio untouched; close it with NetworkPolicy.");
        }
        if (count > MOST_PORTS) {
            throw new Unwritable(
                    "Istio lists single ports, and these are %d".formatted(count),
                    "Name the ports that are really used.");
        }
        List<String> ports = new ArrayList<>();
        found.destination()
                .ranges()
                .forEach(range -> {
                    for (int port = range.low(); port <= range.high(); port++) {
                        ports.add(Integer.toString(port));
                    }
                });
        return ports;
    }

    private static void request(Fields fields, Literal<Request> literal) {
        switch (literal) {
            case Literal.Holds<Request>(var atom) -> request(fields, atom, "");
            case Literal.Fails<Request>(var atom) -> request(fields, atom, "not");
            case Literal.Undecided<Request>(var reason) ->
                    throw new Unwritable(
                            "the request is not known: " + reason, "Say it in the design.");
        }
    }

    private static void request(Fields fields, Request atom, String not) {
        switch (atom) {
            case Request.Method(var text) -> fields.add(key(not, "methods"), Patterns.of(text));
            case Request.Path(var text) -> fields.add(key(not, "paths"), Patterns.of(text));
            case Request.Host(var text) -> fields.add(key(not, "hosts"), Patterns.of(text));
            case Request.ServerName _,
                    Request.Header _,
                    Request.Token _,
                    Request.DnsQuery _,
                    Request.NoHttp _ ->
                    throw new Unwritable(
                            "server names, headers and tokens are not written yet",
                            "Add the condition to the policy by hand.");
        }
    }
}
