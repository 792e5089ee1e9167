package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pods of a workload, as far as their labels tell them from others of their namespace.
final class KnownPods {
    private final ClusterEstate estate;
    private final Map<String, List<Workload>> byNamespace;

    KnownPods(ClusterEstate estate) {
        this.estate = estate;
        this.byNamespace =
                estate.all(Workload.class).collect(Collectors.groupingBy(estate::namespaceOf));
    }

    List<Workload> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    /// All that the labels of a workload select.
    Stream<Workload> alike(Workload pods) {
        return in(estate.namespaceOf(pods)).stream()
                .filter(w -> w.labels().entrySet().containsAll(pods.labels().entrySet()));
    }

    /// Perhaps those, where others of these labels differ in something.
    Expr<Peer> of(Workload pods, Function<Workload, ?> something) {
        Expr<Peer> labelled =
                LabelSelector.ofLabels(pods.labels())
                        .pods(estate.cluster().value(), Optional.of(estate.namespaceOf(pods)));
        Object own = something.apply(pods);
        return alike(pods).allMatch(w -> something.apply(w).equals(own))
                ? labelled
                : Expr.allOf(labelled, new Expr.Unknown<>("other pods carry the same labels"));
    }
}
