package io.portolan.model.reach;

import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.Optional;

/// Tests on what an application-aware point reads.
final class RequestAtoms {
    private RequestAtoms() {}

    static Truth test(Request atom, Content content) {
        return switch (content) {
            case Content.Unspecified() -> Truth.MAYBE;
            case Content.Noting(var asked) -> {
                asked.add(atom);
                yield Truth.MAYBE;
            }
            case Content.Opaque() -> Truth.of(atom instanceof Request.NoHttp);
            case Content.Tls(var serverName, _) -> inTls(atom, serverName);
            case Content.Http http -> inHttp(atom, http);
            case Content.Dns(var query) -> inDns(atom, query);
        };
    }

    private static Truth inTls(Request atom, Fact serverName) {
        return atom instanceof Request.ServerName(var name)
                ? serverName.named(name)
                : Truth.of(atom instanceof Request.NoHttp);
    }

    private static Truth inDns(Request atom, String query) {
        return atom instanceof Request.DnsQuery(var name)
                ? Truth.of(Texts.matchesName(name, query))
                : Truth.of(atom instanceof Request.NoHttp);
    }

    private static Truth inHttp(Request atom, Content.Http http) {
        return switch (atom) {
            case Request.Host(var name) -> http.host().named(name);
            case Request.Method(var name) -> http.method().is(name);
            case Request.Path(var path) -> http.path().is(path);
            case Request.Header(var name, var value) -> http.header(name).is(value);
            case Request.Token(var subject) -> http.token().is(subject);
            case Request.ServerName _, Request.DnsQuery _, Request.NoHttp _ -> Truth.NO;
        };
    }

    /// The name that a listener goes by: the server name under TLS, else the Host; without a wish,
    /// every name and none.
    static Truth hostname(Optional<Text> wanted, Content content) {
        if (wanted.isEmpty()) {
            return Truth.YES;
        }
        return switch (content) {
            case Content.Unspecified() -> Truth.MAYBE;
            case Content.Noting(var asked) -> {
                asked.add(new Request.Host(wanted.get()));
                yield Truth.MAYBE;
            }
            case Content.Tls(var name, _) -> name.named(wanted.get());
            case Content.Http http -> http.host().named(wanted.get());
            case Content.Opaque(), Content.Dns(_) -> Truth.NO;
        };
    }
}
