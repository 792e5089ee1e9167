package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.Locale;
import java.util.Map;

/// Reads the entries of a rule.
final class RuleClauses {
    private static final Text ANY = new Text.Present();
    private static final String HEADER = "request.headers[";

    private RuleClauses() {}

    /// One `source` of `from`, in a policy of the namespace `own`.
    static Clause source(Part source, String own) {
        Clause clause = new Clause();
        stated(source)
                .forEach((key, value) -> {
                    switch (key) {
                        case "serviceAccounts" -> clause.source(accounts(value, own));
                        case "notServiceAccounts" -> clause.source(Expr.not(accounts(value, own)));
                        default -> source(clause, key, value);
                    }
                });
        return clause;
    }

    /// An empty list is no condition, as if the key were not there.
    private static Map<String, Part> stated(Part entry) {
        Map<String, Part> stated = entry.fields();
        stated.values().removeIf(value -> value.items().isEmpty());
        return stated;
    }

    private static void source(Clause clause, String key, Part values) {
        switch (key) {
            case "principals" -> clause.source(principals(values));
            case "notPrincipals" -> clause.source(Expr.not(principals(values)));
            case "namespaces" -> clause.source(namespaces(values));
            case "notNamespaces" -> clause.source(Expr.not(namespaces(values)));
            case "ipBlocks" -> clause.source(blocks(values));
            case "notIpBlocks" -> clause.source(Expr.not(blocks(values)));
            case "requestPrincipals" -> clause.http(tokens(values));
            case "notRequestPrincipals" -> clause.notHttp(tokens(values));
            default -> clause.source(new Expr.Unknown<>(key + " is not analysed"));
        }
    }

    /// One `operation` of `to`.
    static Clause operation(Part operation) {
        Clause clause = new Clause();
        stated(operation).forEach((key, value) -> operation(clause, key, value));
        return clause;
    }

    private static void operation(Clause clause, String key, Part values) {
        switch (key) {
            case "ports" -> clause.traffic(ports(values));
            case "notPorts" -> clause.traffic(Expr.not(ports(values)));
            case "hosts" -> clause.http(hosts(values));
            case "notHosts" -> clause.notHttp(hosts(values));
            case "methods" -> clause.http(methods(values));
            case "notMethods" -> clause.notHttp(methods(values));
            case "paths" -> clause.http(paths(values));
            case "notPaths" -> clause.notHttp(paths(values));
            default -> clause.http(new Expr.Unknown<>(key + " is not analysed"));
        }
    }

    /// One entry of `when`.
    static Clause condition(Part condition) {
        Clause clause = new Clause();
        String key = key(condition.get("key"));
        Part values = condition.get("values");
        Part not = condition.get("notValues");
        if (!values.items().isEmpty()) {
            positive(clause, key, values);
        }
        if (!not.items().isEmpty()) {
            negative(clause, key, not);
        }
        return clause;
    }

    private static String key(Part key) {
        String text = key.text("");
        if (text.startsWith(HEADER) && !text.endsWith("]")) {
            throw new Part.Unfit(
                    key, "The key (%s) must be written request.headers[name].".formatted(text));
        }
        return text;
    }

    private static void positive(Clause clause, String key, Part values) {
        switch (key) {
            case "source.ip" -> clause.source(blocks(values));
            case "source.namespace" -> clause.source(namespaces(values));
            case "source.principal" -> clause.source(principals(values));
            case "destination.ip" -> clause.destination(blocks(values));
            case "destination.port" -> clause.traffic(ports(values));
            case "request.auth.principal" -> clause.http(tokens(values));
            case "connection.sni" -> clause.http(names(values));
            default -> clause.http(header(key, values));
        }
    }

    private static void negative(Clause clause, String key, Part values) {
        switch (key) {
            case "source.ip" -> clause.source(Expr.not(blocks(values)));
            case "source.namespace" -> clause.source(Expr.not(namespaces(values)));
            case "source.principal" -> clause.source(Expr.not(principals(values)));
            case "destination.ip" -> clause.destination(Expr.not(blocks(values)));
            case "destination.port" -> clause.traffic(Expr.not(ports(values)));
            case "request.auth.principal" -> clause.notHttp(tokens(values));
            default -> clause.notHttp(header(key, values));
        }
    }

    private static Expr<Peer> principals(Part values) {
        return IstioText.anyOf(values.texts(), IstioText::principal);
    }

    private static Expr<Peer> namespaces(Part values) {
        return IstioText.anyOf(values.texts(), v -> IstioText.principal(ANY, IstioText.of(v), ANY));
    }

    /// `namespace/account`; without a slash the account of the policy's own namespace.
    private static Expr<Peer> accounts(Part values, String own) {
        return IstioText.anyOf(values.texts(), value -> account(value, own));
    }

    private static Expr<Peer> account(String value, String own) {
        int slash = value.indexOf('/');
        String namespace = slash < 0 ? own : value.substring(0, slash);
        return IstioText.principal(
                ANY, new Text.Exact(namespace), new Text.Exact(value.substring(slash + 1)));
    }

    private static Expr<Peer> blocks(Part values) {
        return Expr.is(new Peer.At(values.texts().stream().map(Cidr::parse).toList()));
    }

    private static Expr<Traffic> ports(Part values) {
        PortSet ports =
                values.texts().stream().map(PortSet::parse).reduce(PortSet.NONE, PortSet::union);
        return Expr.is(Traffic.to(Transport.TCP, ports));
    }

    private static Expr<Request> tokens(Part values) {
        return IstioText.anyOf(values.texts(), v -> Expr.is(new Request.Token(IstioText.of(v))));
    }

    private static Expr<Request> hosts(Part values) {
        return IstioText.anyOf(
                values.texts(),
                v -> Expr.is(new Request.Host(IstioText.of(v.toLowerCase(Locale.ROOT)))));
    }

    private static Expr<Request> methods(Part values) {
        return IstioText.anyOf(values.texts(), v -> Expr.is(new Request.Method(IstioText.of(v))));
    }

    private static Expr<Request> paths(Part values) {
        return IstioText.anyOf(values.texts(), RuleClauses::path);
    }

    private static Expr<Request> path(String value) {
        return value.contains("{*")
                ? new Expr.Unknown<>("the path template %s is not analysed".formatted(value))
                : Expr.is(new Request.Path(IstioText.of(value)));
    }

    private static Expr<Request> names(Part values) {
        return IstioText.anyOf(
                values.texts(), v -> Expr.is(new Request.ServerName(IstioText.of(v))));
    }

    private static Expr<Request> header(String key, Part values) {
        if (!key.startsWith(HEADER)) {
            return new Expr.Unknown<>(key + " is not analysed");
        }
        String name = key.substring(HEADER.length(), key.length() - 1);
        return IstioText.anyOf(
                values.texts(), v -> Expr.is(new Request.Header(name, IstioText.of(v))));
    }
}
