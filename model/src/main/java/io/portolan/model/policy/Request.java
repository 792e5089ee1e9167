package io.portolan.model.policy;

/// What an application-aware point reads. On a connection without readable HTTP every HTTP atom is
/// false and `NoHttp` is true.
public sealed interface Request {
    record ServerName(Text name) implements Request {}

    record Host(Text name) implements Request {}

    record Method(Text name) implements Request {}

    /// Path with its query where the system matches both.
    record Path(Text path) implements Request {}

    record Header(String name, Text value) implements Request {}

    /// Subject of a verified token (`requestPrincipals`), issuer/subject.
    record Token(Text subject) implements Request {}

    record DnsQuery(Text name) implements Request {}

    /// This point cannot read HTTP here: opaque TCP, or TLS that it does not terminate.
    record NoHttp() implements Request {}
}
