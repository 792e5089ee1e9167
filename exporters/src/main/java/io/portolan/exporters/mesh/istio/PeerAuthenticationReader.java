package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads PeerAuthentications as policies that a connection without proven identity meets: those of
/// workloads first, then of namespaces, then of the mesh; the first that says something decides.
final class PeerAuthenticationReader {
    private static final Text ANY = new Text.Present();

    private final MeshScope scope;
    private final Effect effect;

    /// What they say of some ports: a name, what it is about, where it is written.
    record Said(String name, String mode, Expr<Traffic> traffic, Remark remark) {}

    /// What follows from a mode that is set.
    @FunctionalInterface
    interface Effect {
        List<Rule> of(Said said);
    }

    /// Reads them as what becomes of plaintext.
    PeerAuthenticationReader(MeshScope scope) {
        this(scope, PeerAuthenticationReader::ofPlaintext);
    }

    PeerAuthenticationReader(MeshScope scope, Effect effect) {
        this.scope = scope;
        this.effect = effect;
    }

    /// All of them in the order in which they are asked. In one scope the oldest holds; where ages
    /// are not known, any of them may.
    List<Policy> read(List<Manifest> manifests) {
        List<Policy> policies = new ArrayList<>();
        Map<String, List<Manifest>> scopes = new TreeMap<>();
        manifests.forEach(m ->
                scopes.computeIfAbsent(rank(m) + " " + m.namespace(), _ -> new ArrayList<>())
                        .add(m));
        double order = 0;
        for (List<Manifest> scope : scopes.values()) {
            boolean dated = scope.stream().noneMatch(m -> created(m).isEmpty());
            for (Manifest manifest : scope.stream().sorted(BY_AGE).toList()) {
                policies.add(read(manifest, order));
                order += dated ? 1 : 0;
            }
            order++;
        }
        return policies;
    }

    private static final Comparator<Manifest> BY_AGE =
            Comparator.comparing(PeerAuthenticationReader::created).thenComparing(Manifest::name);

    private static String created(Manifest manifest) {
        return manifest.root().get("metadata", "creationTimestamp").text("");
    }

    private Policy read(Manifest manifest, double order) {
        Part spec = manifest.spec();
        LabelSelector selector = LabelSelector.read(spec.get("selector"));
        return new Policy(
                manifest.namespace() + "/" + manifest.name(),
                order,
                scope.governed(manifest.namespace(), selector),
                isIgnored(manifest) ? PolicyMode.SHADOW : PolicyMode.OPEN,
                rules(manifest, spec),
                new Remark(manifest.at(manifest.root()), "", false));
    }

    /// 0 for a workload, 1 for a namespace, 2 for the mesh.
    private int rank(Manifest manifest) {
        if (isOfWorkload(manifest)) {
            return 0;
        }
        return manifest.namespace().equals(scope.rootNamespace()) ? 2 : 1;
    }

    /// An empty selector is that of a namespace.
    private static boolean isOfWorkload(Manifest manifest) {
        return !LabelSelector.read(manifest.spec().get("selector")).requirements().isEmpty();
    }

    /// Those of workloads hold in their own namespace; in the root namespace nobody reads them.
    private boolean isIgnored(Manifest manifest) {
        return isOfWorkload(manifest) && manifest.namespace().equals(scope.rootNamespace());
    }

    /// Ports are told apart at workloads alone.
    private List<Rule> rules(Manifest manifest, Part spec) {
        String name = "mtls " + manifest.namespace() + "/" + manifest.name();
        List<Rule> rules = new ArrayList<>();
        if (isOfWorkload(manifest)) {
            spec.get("portLevelMtls")
                    .fields()
                    .forEach((port, mtls) ->
                            rules.addAll(of(manifest, name + ":" + port, mtls, tcp(port))));
        }
        rules.addAll(of(manifest, name, spec.get("mtls"), Expr.any()));
        return rules;
    }

    private static Expr<Traffic> tcp(String port) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.parse(port)));
    }

    private List<Rule> of(Manifest manifest, String name, Part mtls, Expr<Traffic> traffic) {
        Remark remark = new Remark(manifest.at(mtls), "", false);
        String mode = mtls.get("mode").text("UNSET");
        return switch (mode) {
            case "STRICT", "PERMISSIVE", "DISABLE" ->
                    effect.of(new Said(name, mode, traffic, remark));
            case "UNSET" -> List.of();
            default ->
                    throw new Part.Unfit(
                            mtls,
                            "The mode (%s) must be STRICT, PERMISSIVE, DISABLE or UNSET."
                                    .formatted(mode));
        };
    }

    private static List<Rule> ofPlaintext(Said said) {
        Expr<Peer> proven = IstioText.principal(ANY, ANY, ANY);
        Match match = Match.any().from(Expr.not(proven)).on(said.traffic());
        Action action =
                said.mode().equals("STRICT") ? new Action.Deny(Refusal.REJECT) : new Action.Pass();
        return List.of(new Rule(said.name(), match, action, said.remark()));
    }
}
