package io.portolan.model.reach;

import io.portolan.model.policy.Request;
import io.portolan.model.reach.Question.Payload;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// What is inside the packets of a connection, readable layer by layer.
sealed interface Content {
    /// The question does not say.
    record Unspecified() implements Content {}

    /// Likewise, and every test of it that somebody asks for is noted.
    record Noting(Collection<Request> asked) implements Content {}

    record Opaque() implements Content {}

    record Tls(Fact serverName, Content inside) implements Content {}

    /// `headers` and `token` are absent when nothing is said about them.
    record Http(
            Fact host, Fact method, Fact path, Optional<Map<String, String>> headers, Fact token)
            implements Content {
        Fact header(String name) {
            if (headers.isEmpty()) {
                return Fact.UNSAID;
            }
            String value = headers.get().get(name);
            return value == null ? Fact.ABSENT : Fact.said(value);
        }
    }

    record Dns(String query) implements Content {}

    static Content of(Payload payload) {
        Content inside = inside(payload);
        return payload.tls() || payload.serverName().isPresent()
                ? new Tls(Fact.orUnsaid(payload.serverName()), inside)
                : inside;
    }

    /// A readable request of which nothing but these three is known.
    static Content request(Fact host, Fact method, Fact path) {
        return new Http(host, method, path, Optional.empty(), Fact.UNSAID);
    }

    private static Content inside(Payload payload) {
        boolean http =
                payload.host().isPresent()
                        || payload.method().isPresent()
                        || payload.path().isPresent();
        return http
                ? request(
                        Fact.orUnsaid(payload.host()),
                        Fact.orUnsaid(payload.method()),
                        Fact.orUnsaid(payload.path()))
                : new Unspecified();
    }
}
