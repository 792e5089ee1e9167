package io.portolan.exporters.mesh.istio;

import io.portolan.model.design.ServicePort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.List;

/// A host of the registry: a Service by its full name, or a host of a ServiceEntry, perhaps with a
/// wildcard. `peers` are all whom a connection to it may end at, `drawn` those of them that the
/// estate holds as such: of an outside address nobody can tell. `ports` are dialled at the host and
/// lead to their targets at the peers. `exportedTo` are the namespaces that know it, none: all.
public record KnownHost(
        String namespace,
        String host,
        Expr<Peer> peers,
        Expr<Peer> drawn,
        List<ServicePort> ports,
        List<String> exportedTo) {
    public KnownHost {
        ports = List.copyOf(ports);
        exportedTo = List.copyOf(exportedTo);
    }

    /// `exportTo` as written on an object of `namespace`: names, `.` for its own, `*` for all.
    public static List<String> exportedTo(List<String> exportTo, String namespace) {
        return exportTo.contains("*")
                ? List.of()
                : exportTo.stream().map(n -> n.equals(".") ? namespace : n).toList();
    }

    /// Whether it is among `namespace/dnsName`, as a Sidecar of `own` writes it.
    boolean isNamed(String pattern, String own) {
        int slash = pattern.indexOf('/');
        String where = slash < 0 ? "*" : pattern.substring(0, slash);
        boolean there =
                switch (where) {
                    case "*" -> true;
                    case "." -> namespace.equals(own);
                    case "~" -> false;
                    default -> namespace.equals(where);
                };
        return there && covers(pattern.substring(slash + 1));
    }

    /// A wildcard covers the hosts below it, other wildcards among them, not the other way round.
    private boolean covers(String dnsName) {
        return dnsName.equals("*")
                || dnsName.equals(host)
                || (dnsName.startsWith("*.") && host.endsWith(dnsName.substring(1)));
    }

    /// Whether `name` means it where an object of `own` writes it: its full name, or one that its
    /// own namespace completes.
    boolean isCalled(String name, String own) {
        return host.equals(name)
                || (namespace.equals(own) && host.startsWith(name + "." + own + ".svc."));
    }

    boolean isKnownIn(String where) {
        return exportedTo.isEmpty() || exportedTo.contains(where);
    }
}
