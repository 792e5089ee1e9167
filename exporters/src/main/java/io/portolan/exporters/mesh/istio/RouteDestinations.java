package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.exporters.mesh.route.Step;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom the destinations of a VirtualService mean: the pods behind a port of a host, or a subset of
/// them that a DestinationRule names.
final class RouteDestinations {
    private final MeshScope scope;
    private final Hosts hosts;
    private final RulesInReach rules;
    private final Map<String, List<RulesInReach.Found>> byHost = new HashMap<>();

    RouteDestinations(MeshScope scope, Hosts hosts, List<Manifest> rules) {
        this.scope = scope;
        this.hosts = hosts;
        this.rules = new RulesInReach(scope, rules);
    }

    /// A port of a host that clients dial, whose route is asked for.
    record At(Dialled host, Dialled.Port port) {}

    /// Any of them may be chosen; none: the proxy answers itself.
    List<Rewrite> of(Part route, Manifest service, At dialled) {
        if (route.get("delegate").isPresent()) {
            return List.of(Step.unknown("the route that it delegates to is not followed"));
        }
        List<Rewrite> to = chosen(route, service, dialled);
        return route.get("rewrite").isPresent() ? hosts.rewritten(to) : to;
    }

    private List<Rewrite> chosen(Part route, Manifest service, At dialled) {
        return chosen(route.get("route").items()).stream()
                .map(entry -> entry.get("destination"))
                .map(to -> one(to, service.namespace(), dialled))
                .toList();
    }

    /// A single destination gets everything, of several those with a weight.
    private static List<Part> chosen(List<Part> entries) {
        List<Part> weighted =
                entries.stream().filter(e -> e.get("weight").number().orElse(0) > 0).toList();
        return entries.size() == 1 || weighted.isEmpty() ? entries : weighted;
    }

    private Rewrite one(Part to, String own, At dialled) {
        String name = to.get("host").text("");
        Optional<String> subset = to.get("subset").text();
        Optional<Integer> number = to.get("port", "number").number();
        Optional<Dialled> host = hosts.find(name, own);
        if (host.isEmpty()) {
            return Step.unknown("it is sent to %s, which is in no manifest".formatted(name));
        }
        Optional<Dialled.Port> port = port(number, host.get(), dialled);
        if (port.isEmpty()) {
            return Step.NOBODY;
        }
        boolean outside = host.get().pods().isEmpty() || dialled.host().pods().isEmpty();
        return outside
                ? outside(host.get(), port.get(), dialled)
                : inside(host.get(), port.get(), subset);
    }

    /// The only port where none is named, else the one that was dialled (Istio: "Destination").
    private static Optional<Dialled.Port> port(Optional<Integer> named, Dialled host, At dialled) {
        boolean single = named.isEmpty() && host.ports().size() == 1;
        return single
                ? Optional.of(host.ports().getFirst())
                : host.port(named.orElse(dialled.port().number()));
    }

    /// Whoever stays at the host that he dials gets to where it is.
    private static Rewrite outside(Dialled host, Dialled.Port port, At dialled) {
        boolean stays = host.equals(dialled.host()) && port.equals(dialled.port());
        return stays
                ? Rewrite.NONE
                : Step.unknown("it is sent to %s, which is not followed".formatted(host.host()));
    }

    private Rewrite inside(Dialled host, Dialled.Port port, Optional<String> subset) {
        Expr<Peer> pods = host.pods().orElse(Expr.none());
        if (subset.isEmpty()) {
            return host.to(port, pods);
        }
        return labels(host, subset.get())
                .map(l -> host.to(port, among(pods, l)))
                .orElseGet(() ->
                        Step.unknown(
                                "whom the subset %s of %s means is not said for all clients"
                                        .formatted(subset.get(), host.host())));
    }

    private static Expr<Peer> among(Expr<Peer> pods, Map<String, String> labels) {
        List<Expr<Peer>> terms = new ArrayList<>(List.of(pods));
        terms.addAll(LabelSelector.ofLabels(labels).over(LabelOwner.WORKLOAD));
        return new Expr.AllOf<>(terms);
    }

    /// The labels of a subset, where all rules that clients may see say the same.
    private Optional<Map<String, String>> labels(Dialled host, String subset) {
        MeshService service =
                new MeshService(host.namespace(), host.host(), Expr.none(), Expr.none(), List.of());
        List<RulesInReach.Found> found =
                byHost.computeIfAbsent(host.host(), _ -> rules.of(service));
        Set<Map<String, String>> said = new HashSet<>();
        for (RulesInReach.Found one : found) {
            List<Map<String, String>> labels =
                    one.rules().stream()
                            .flatMap(rule -> rule.spec().get("subsets").items().stream())
                            .filter(s -> s.get("name").text("").equals(subset))
                            .map(s -> (Map<String, String>) s.get("labels").strings())
                            .toList();
            if (labels.isEmpty()) {
                return Optional.empty();
            }
            said.addAll(labels);
        }
        boolean forAll = found.stream().anyMatch(f -> isForAll(f.clients()));
        return said.size() == 1 && forAll ? said.stream().findFirst() : Optional.empty();
    }

    private boolean isForAll(Expr<Peer> clients) {
        return clients.equals(scope.members())
                || (clients instanceof Expr.AllOf<Peer>(var terms)
                        && terms.getFirst().equals(scope.members()));
    }
}
