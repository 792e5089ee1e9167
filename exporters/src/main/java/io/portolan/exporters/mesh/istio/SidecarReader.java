package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.compile.StandIns;
import io.portolan.model.design.OutboundMode;
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
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;

/// Reads Sidecars as policies on what their workloads may dial over TCP. They are not merged: one
/// with a selector comes before that of the namespace, which comes before that of the root
/// namespace, so each decides about everything.
final class SidecarReader {
    private static final Action ALLOW = new Action.Allow();
    private static final Action DENY = new Action.Deny(Refusal.REJECT);
    private static final Expr<Traffic> TCP = Expr.is(Traffic.to(Transport.TCP, PortSet.ALL));

    private final MeshScope scope;
    private final OutboundMode fallback;
    private final KnownHosts hosts;

    SidecarReader(MeshScope scope, OutboundMode fallback, List<KnownHost> hosts) {
        this.scope = scope;
        this.fallback = fallback;
        this.hosts = new KnownHosts(scope.rootNamespace(), hosts);
    }

    Policy read(Manifest manifest) {
        LabelSelector selector =
                LabelSelector.ofLabels(manifest.spec().get("workloadSelector", "labels").strings());
        return new Policy(
                manifest.namespace() + "/" + manifest.name(),
                rank(manifest, selector),
                scope.governed(manifest.namespace(), selector),
                PolicyMode.ISOLATES,
                rules(manifest),
                remark(manifest, manifest.root()));
    }

    /// What holds for members without a Sidecar in a mesh of REGISTRY_ONLY.
    Policy ofMesh(Remark remark) {
        List<Rule> rules = new ArrayList<>();
        for (KnownHost host : hosts.all()) {
            Expr<Peer> clients = scope.in(host.exportedTo());
            Match match = Match.any().from(clients).to(host.peers()).on(TCP);
            rules.add(allow(host.host(), match, remark));
        }
        rules.addAll(others(OutboundMode.REGISTRY_ONLY, Expr.none(), remark));
        return new Policy("mesh", 3, scope.members(), PolicyMode.ISOLATES, rules, remark);
    }

    private double rank(Manifest manifest, LabelSelector selector) {
        if (!selector.requirements().isEmpty()) {
            return 0;
        }
        return manifest.namespace().equals(scope.rootNamespace()) ? 2 : 1;
    }

    private List<Rule> rules(Manifest manifest) {
        Part spec = manifest.spec();
        OutboundMode mode = MeshConfig.mode(spec.get("outboundTrafficPolicy", "mode"), fallback);
        List<Rule> rules = new ArrayList<>();
        for (Part listener : spec.get("egress").items()) {
            listener.get("port", "number").number();
            for (Part host : listener.get("hosts").items()) {
                hosts.named(host.text(""), manifest.namespace())
                        .forEach(h -> rules.add(rule(manifest, listener, host, h)));
            }
        }
        boolean limited = !spec.get("egress").items().isEmpty();
        rules.addAll(
                limited
                        ? others(
                                mode,
                                hosts.drawn(manifest.namespace()),
                                remark(manifest, spec.get("egress")))
                        : unlimited(manifest, mode));
        return rules;
    }

    /// Without `egress` a Sidecar limits nothing but what is unknown.
    private List<Rule> unlimited(Manifest manifest, OutboundMode mode) {
        Remark remark = remark(manifest, manifest.root());
        List<Rule> rules = new ArrayList<>();
        hosts.knownIn(manifest.namespace())
                .forEach(
                        h -> rules.add(allow(h.host(), Match.any().to(h.peers()).on(TCP), remark)));
        rules.addAll(others(mode, Expr.none(), remark));
        return rules;
    }

    /// A listener of one port takes that port alone.
    private static Rule rule(Manifest manifest, Part listener, Part host, KnownHost known) {
        Expr<Traffic> traffic =
                listener.get("port", "number")
                        .number()
                        .<Expr<Traffic>>map(
                                n -> Expr.is(Traffic.to(Transport.TCP, PortSet.of(n.intValue()))))
                        .orElse(TCP);
        Match match = Match.any().to(known.peers()).on(traffic);
        return allow(known.host(), match, remark(manifest, host));
    }

    private static Rule allow(String name, Match match, Remark remark) {
        return new Rule(name, match, ALLOW, remark);
    }

    /// Everything else: refused, or forwarded as it is. What the registry knows and the Sidecar
    /// does not name is forwarded only where no listener of another host takes the port, which is
    /// not followed here.
    private static List<Rule> others(OutboundMode mode, Expr<Peer> known, Remark remark) {
        Match all = Match.any().on(TCP);
        Rule unstated =
                new Rule(
                        "services of unstated address",
                        all.to(Expr.is(new Peer.At(List.of(StandIns.SERVICES)))),
                        either("which service is dialled is not said by its address"),
                        remark);
        return switch (mode) {
            case REGISTRY_ONLY -> List.of(unstated, new Rule("REGISTRY_ONLY", all, DENY, remark));
            case ALLOW_ANY ->
                    List.of(
                            unstated,
                            new Rule(
                                    "not among the hosts",
                                    all.to(known),
                                    either(
                                            "it is forwarded unless another listener takes the"
                                                    + " port"),
                                    remark),
                            new Rule("ALLOW_ANY", all, ALLOW, remark));
        };
    }

    private static Action either(String why) {
        return new Action.Either(why, List.of(ALLOW, DENY));
    }

    private static Remark remark(Manifest manifest, Part part) {
        return new Remark(manifest.at(part), "", false);
    }
}
