package io.portolan.exporters.mesh.route;

import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.ServiceNames;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All hosts that routes may name.
public final class Hosts {
    private static final String REWRITTEN =
            "what policies make of a request that a route rewrites is not followed";

    private final Map<String, Dialled> byName = new LinkedHashMap<>();
    private final List<Rewrite> rewritten;

    public Hosts(List<Dialled> all) {
        this(all, List.of());
    }

    private Hosts(List<Dialled> all, List<Rewrite> rewritten) {
        this.rewritten = rewritten;
        all.forEach(host -> byName.putIfAbsent(host.host(), host));
    }

    /// The same where somebody behind a route reads requests: what it rewrites may decide.
    public Hosts readingRequests() {
        return new Hosts(all(), List.of(Step.unknown(REWRITTEN)));
    }

    /// To whom a request goes that was rewritten on its way to these.
    public List<Rewrite> rewritten(List<Rewrite> to) {
        return to.isEmpty() ? to : Stream.concat(rewritten.stream(), to.stream()).toList();
    }

    /// In the order in which they were found.
    public List<Dialled> all() {
        return List.copyOf(byName.values());
    }

    /// A name without dots in an object of `own` is that of a Service of its namespace (Istio:
    /// "Destination").
    public static String fullName(String name, String own) {
        return name.contains(".") ? name : ServiceNames.of(name, own);
    }

    /// The host that an object of `own` calls so.
    public Optional<Dialled> find(String name, String own) {
        return Optional.ofNullable(byName.get(fullName(name, own)));
    }

    Optional<Dialled> findService(String namespace, String name) {
        return Optional.ofNullable(byName.get(ServiceNames.of(name, namespace)));
    }
}
