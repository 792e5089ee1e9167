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
import java.util.List;
import java.util.Optional;

/// Reads PeerAuthentications as policies that a connection without proven identity meets: those of
/// workloads first, then of namespaces, then of the mesh; the first that says something decides.
final class PeerAuthenticationReader {
    private static final Text ANY = new Text.Present();

    private final MeshScope scope;

    PeerAuthenticationReader(MeshScope scope) {
        this.scope = scope;
    }

    Policy read(Manifest manifest) {
        Part spec = manifest.spec();
        LabelSelector selector = LabelSelector.read(spec.get("selector"));
        return new Policy(
                manifest.namespace() + "/" + manifest.name(),
                rank(manifest),
                scope.governed(manifest.namespace(), selector),
                PolicyMode.OPEN,
                rules(manifest, spec),
                new Remark(manifest.at(manifest.root()), "", false));
    }

    /// 0 for a workload, 1 for a namespace, 2 for the mesh.
    int rank(Manifest manifest) {
        if (manifest.spec().get("selector").isPresent()) {
            return 0;
        }
        return manifest.namespace().equals(scope.rootNamespace()) ? 2 : 1;
    }

    private static List<Rule> rules(Manifest manifest, Part spec) {
        String name = "mtls " + manifest.namespace() + "/" + manifest.name();
        List<Rule> rules = new ArrayList<>();
        spec.get("portLevelMtls")
                .fields()
                .forEach((port, mtls) ->
                        rule(manifest, name + ":" + port, mtls, tcp(port)).ifPresent(rules::add));
        rule(manifest, name, spec.get("mtls"), Expr.any()).ifPresent(rules::add);
        return rules;
    }

    private static Expr<Traffic> tcp(String port) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.parse(port)));
    }

    private static Optional<Rule> rule(
            Manifest manifest, String name, Part mtls, Expr<Traffic> traffic) {
        Expr<Peer> proven = IstioText.principal(ANY, ANY, ANY);
        Match match = Match.any().from(Expr.not(proven)).on(traffic);
        Remark remark = new Remark(manifest.at(mtls), "", false);
        return switch (mtls.get("mode").text("UNSET")) {
            case "STRICT" ->
                    Optional.of(new Rule(name, match, new Action.Deny(Refusal.REJECT), remark));
            case "PERMISSIVE", "DISABLE" ->
                    Optional.of(new Rule(name, match, new Action.Pass(), remark));
            case "UNSET" -> Optional.empty();
            case String other ->
                    throw new Part.Unfit(
                            mtls,
                            "The mode (%s) must be STRICT, PERMISSIVE, DISABLE or UNSET."
                                    .formatted(other));
        };
    }
}
