package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Connecting.Client;
import io.portolan.model.reach.Connecting.Listening;
import io.portolan.model.reach.oracle.Interpreter;
import io.portolan.model.reach.oracle.Packet;

import java.util.List;
import java.util.Optional;

/// Asks the engine what the oracle is asked. A question about one port is put as a question about
/// all of them too: the answers must agree.
public final class EngineUnderTest {
    private final Parts parts;
    private final PathEvaluator paths;

    public EngineUnderTest(EnforcementPlan plan, Estate estate) {
        parts = Parts.of(plan, estate);
        paths = new PathEvaluator(parts, Listening.CHECKED);
    }

    /// The engine's answer in the words of the oracle, and in its own.
    public record Said(Interpreter.Verdict verdict, Verdict inFull) {}

    public Said evaluate(Interpreter.Connection connection) {
        PortSet one = PortSet.of(connection.port());
        Answer alone = paths.answer(ask(connection, one));
        Answer among = paths.answer(ask(connection, PortSet.ALL));
        Interpreter.Verdict verdict = word(alone, connection.port());
        if (verdict != word(among, connection.port())) {
            throw new AssertionError(
                    "Port %d alone is %s, among all ports %s."
                            .formatted(connection.port(), verdict, word(among, connection.port())));
        }
        return new Said(verdict, Verdicts.of(alone, new Protocol(connection.protocol()), one));
    }

    private static Interpreter.Verdict word(Answer answer, int port) {
        if (answer.undefined().contains(port)) {
            return Interpreter.Verdict.UNDEFINED;
        }
        if (answer.allowed().contains(port)) {
            return Interpreter.Verdict.ALLOW;
        }
        return answer.denied().contains(port)
                ? Interpreter.Verdict.DENY
                : Interpreter.Verdict.NO_ROUTE;
    }

    private PathEvaluator.Ask ask(Interpreter.Connection connection, PortSet ports) {
        Estate.Member source = parts.roster().find(connection.source()).orElseThrow();
        AddressSet from =
                AddressSet.of(
                        connection
                                .sourceAddress()
                                .orElse(
                                        parts.roster()
                                                .asSeen(source)
                                                .addresses()
                                                .getFirst()
                                                .first()));
        Estate.Member seen = parts.roster().asSeen(source);
        return new PathEvaluator.Ask(
                List.of(new Party(from, PortView.chosen(), Optional.of(seen))),
                parts.translating()
                        .at(seen.realm(), AddressSet.of(connection.dialled()), PortView.asked()),
                new Protocol(connection.protocol()),
                ports,
                content(connection.payload()),
                connection.bypasses() ? Client.BYPASSING : Client.HONEST);
    }

    private static Content content(Packet.Payload payload) {
        return switch (payload) {
            case Packet.Payload.Unspecified() -> new Content.Unspecified();
            case Packet.Payload.Opaque() -> new Content.Opaque();
            case Packet.Payload.Tls(var name, var inside) ->
                    new Content.Tls(name.map(Fact::said).orElse(Fact.ABSENT), content(inside));
            case Packet.Payload.Http(var host, var method, var path, var headers, var token) ->
                    new Content.Http(
                            Fact.said(host),
                            Fact.said(method),
                            Fact.said(path),
                            Optional.of(headers),
                            token.map(Fact::said).orElse(Fact.ABSENT));
            case Packet.Payload.Dns(var query) -> new Content.Dns(query);
        };
    }
}
