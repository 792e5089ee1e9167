package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// EnvoyFilters and plug-ins: they may change whatever a proxy does, so that nobody can tell what
/// it does with a connection. They hold for the proxies that they select, those of the root
/// namespace for proxies of every namespace.
final class Extensions {
    private static final Set<String> PLUG_INS = Set.of("WasmPlugin", "TrafficExtension");

    /// Filters that count or name what passes.
    private static final Set<String> OBSERVING = Set.of("istio.stats", "istio.metadata_exchange");

    private final MeshScope scope;
    private final List<Manifest> all = new ArrayList<>();

    Extensions(MeshScope scope) {
        this.scope = scope;
    }

    static boolean reads(Manifest manifest) {
        return switch (manifest.group()) {
            case "networking.istio.io" -> manifest.kind().equals("EnvoyFilter");
            case "extensions.istio.io" -> PLUG_INS.contains(manifest.kind());
            default -> false;
        };
    }

    void add(Manifest manifest) {
        boolean observes =
                !patches(manifest).isEmpty()
                        && patches(manifest).stream().allMatch(Extensions::observes);
        if (!observes) {
            all.add(manifest);
        }
    }

    private static List<Part> patches(Manifest manifest) {
        return manifest.spec().get("configPatches").items();
    }

    private static boolean observes(Part patch) {
        return OBSERVING.contains(patch.get("patch", "value").get("name").text(""));
    }

    /// What is open at the proxies of pods. `gateways` are those of them that stand alone.
    Block atPods(Direction direction, Expr<Peer> gateways) {
        String side = direction == Direction.IN ? "SIDECAR_INBOUND" : "SIDECAR_OUTBOUND";
        List<Policy> policies = new ArrayList<>();
        for (Manifest manifest : all) {
            Expr<Peer> pods = scope.governed(manifest.namespace(), selector(manifest));
            if (Targets.of(manifest).isEmpty() && touches(manifest, side)) {
                policies.add(open(manifest, pods));
            } else if (Targets.of(manifest).isEmpty() && touches(manifest, "GATEWAY")) {
                policies.add(open(manifest, Expr.allOf(pods, gateways)));
            }
        }
        return block(policies);
    }

    /// What is open at a gateway, or at a waypoint, which reads only what is attached to it.
    Block at(IstioProxy proxy, Predicate<Targets> attached) {
        return block(
                all.stream()
                        .filter(m ->
                                attached.test(Targets.of(m))
                                        || (proxy.role() == IstioProxy.Role.GATEWAY
                                                && Targets.of(m).isEmpty()
                                                && touches(m, "GATEWAY")
                                                && scope.selects(m, selector(m), proxy)))
                        .map(m -> open(m, Expr.any()))
                        .toList());
    }

    private static LabelSelector selector(Manifest manifest) {
        return manifest.kind().equals("EnvoyFilter")
                ? LabelSelector.ofLabels(
                        manifest.spec().get("workloadSelector", "labels").strings())
                : LabelSelector.read(manifest.spec().get("selector"));
    }

    /// Plug-ins hold in every context, patches in theirs.
    private static boolean touches(Manifest manifest, String context) {
        return PLUG_INS.contains(manifest.kind())
                || patches(manifest).stream()
                        .map(patch -> patch.get("match", "context").text("ANY"))
                        .anyMatch(c -> c.equals("ANY") || c.equals(context));
    }

    private static Block block(List<Policy> policies) {
        return new Block(
                "extensions",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                policies,
                new Action.Pass());
    }

    private static Policy open(Manifest manifest, Expr<Peer> subject) {
        Remark remark = new Remark(manifest.at(manifest.root()), "", false);
        String why =
                "%s (%s:%d) may change whatever the proxy does"
                        .formatted(manifest.title(), manifest.file(), manifest.line());
        Action either =
                new Action.Either(
                        why, List.of(new Action.Allow(), new Action.Deny(Refusal.REJECT)));
        return new Policy(
                manifest.namespace() + "/" + manifest.name(),
                Double.POSITIVE_INFINITY,
                subject,
                PolicyMode.OPEN,
                List.of(new Rule(manifest.title(), Match.any(), either, remark)),
                remark);
    }
}
