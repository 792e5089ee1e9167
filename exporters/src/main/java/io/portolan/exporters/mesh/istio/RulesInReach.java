package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which DestinationRules hold for whom: those of the client's namespace, else those that the
/// service's namespace exports, else those of the root namespace (Istio: "Cross namespace
/// configuration and sharing"). Within a namespace the most specific host wins.
final class RulesInReach {
    private final MeshScope scope;
    private final List<Manifest> rules;

    /// Rules that hold for these clients; several have the same host.
    record Found(Expr<Peer> clients, List<Manifest> rules) {}

    RulesInReach(MeshScope scope, List<Manifest> rules) {
        this.scope = scope;
        this.rules = List.copyOf(rules);
    }

    /// Whose rules hold; nobody is in the clients of two.
    List<Found> of(MeshService service) {
        List<Found> all = new ArrayList<>();
        for (String namespace : namespaces()) {
            ownSelected(namespace, service).forEach(found -> add(found, all));
            List<Manifest> own = best(service, visible(namespace).filter(m -> !isSelective(m)));
            add(new Found(pods(namespace, LabelSelector.EVERYTHING), own), all);
        }
        exported(service.namespace(), service).forEach(found -> add(found, all));
        exported(scope.rootNamespace(), service).forEach(found -> add(found, all));
        return all;
    }

    private List<String> namespaces() {
        return rules.stream().map(Manifest::namespace).distinct().sorted().toList();
    }

    private static void add(Found found, List<Found> to) {
        if (!found.rules().isEmpty()) {
            List<Expr<Peer>> before = to.stream().map(Found::clients).toList();
            Expr<Peer> rest =
                    before.isEmpty()
                            ? found.clients()
                            : Expr.allOf(found.clients(), Expr.not(new Expr.AnyOf<>(before)));
            to.add(new Found(rest, found.rules()));
        }
    }

    /// Rules for some pods of their namespace, which come before those for all.
    private Stream<Found> ownSelected(String namespace, MeshService service) {
        return best(service, visible(namespace).filter(RulesInReach::isSelective)).stream()
                .map(rule -> new Found(pods(namespace, selector(rule)), List.of(rule)));
    }

    private static boolean isSelective(Manifest rule) {
        return !selector(rule).requirements().isEmpty();
    }

    private static LabelSelector selector(Manifest rule) {
        return LabelSelector.read(rule.spec().get("workloadSelector"));
    }

    private Expr<Peer> pods(String namespace, LabelSelector selector) {
        return selector.pods(scope.cluster(), Optional.of(namespace));
    }

    /// Rules of a namespace that its own clients see.
    private Stream<Manifest> visible(String namespace) {
        return rules.stream()
                .filter(rule -> rule.namespace().equals(namespace))
                .filter(rule -> {
                    List<String> to = exportedTo(rule);
                    return to.isEmpty() || to.contains(namespace);
                });
    }

    /// Rules of a namespace for clients of others.
    private List<Found> exported(String namespace, MeshService service) {
        List<Manifest> all =
                rules.stream()
                        .filter(rule -> rule.namespace().equals(namespace) && !isSelective(rule))
                        .toList();
        List<Found> found = new ArrayList<>();
        TreeSet<String> named = new TreeSet<>();
        all.forEach(rule -> named.addAll(exportedTo(rule)));
        for (String to : named) {
            Stream<Manifest> seen = all.stream().filter(r -> isExportedTo(r, to));
            found.add(new Found(pods(to, LabelSelector.EVERYTHING), best(service, seen)));
        }
        Stream<Manifest> everywhere = all.stream().filter(rule -> exportedTo(rule).isEmpty());
        found.add(new Found(scope.members(), best(service, everywhere)));
        return found;
    }

    private boolean isExportedTo(Manifest rule, String namespace) {
        return exportedTo(rule).isEmpty() || exportedTo(rule).contains(namespace);
    }

    private List<String> exportedTo(Manifest rule) {
        return scope.exports().ofDestinationRule(rule);
    }

    // ---------------------------------------------------------------- hosts

    /// Those of the most specific host that means the service.
    private static List<Manifest> best(MeshService service, Stream<Manifest> some) {
        List<Manifest> meant = some.filter(rule -> rank(rule, service) >= 0).toList();
        int most = meant.stream().mapToInt(rule -> rank(rule, service)).max().orElse(-1);
        return meant.stream()
                .filter(rule -> rank(rule, service) == most)
                .sorted(Comparator.comparing(Manifest::name))
                .toList();
    }

    /// How specific the host of a rule is; -1: it means another service. A name without dots is
    /// completed by the namespace of the rule.
    private static int rank(Manifest rule, MeshService service) {
        String host = rule.spec().get("host").text("");
        if (host.startsWith("*")) {
            return service.host().endsWith(host.substring(1)) ? host.length() : -1;
        }
        boolean shortName =
                !host.contains(".")
                        && service.host().startsWith(host + "." + rule.namespace() + ".svc.");
        return shortName || host.equals(service.host()) ? Integer.MAX_VALUE : -1;
    }
}
