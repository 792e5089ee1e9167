package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.mesh.linkerd.LinkerdPolicies.Probed;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.List;
import java.util.stream.Stream;

/// Probes of pods: they come in from the probe networks without any identity, wherever no route
/// speaks of requests.
final class Probes {
    private final LinkerdScope scope;
    private final Expr<Peer> networks;
    private final List<Probed> probed;

    Probes(LinkerdScope scope, Expr<Peer> networks, List<Probed> probed) {
        this.scope = scope;
        this.networks = networks;
        this.probed = List.copyOf(probed);
    }

    /// Those that come in at a Server with this selector.
    List<Rule> at(String namespace, LabelSelector server) {
        return probed.stream()
                .filter(p -> p.namespace().equals(namespace) && server.matches(p.labels()))
                .flatMap(this::rules)
                .toList();
    }

    /// Those on ports of which no Server speaks.
    Block elsewhere() {
        return new Block(
                "probes",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                probed.stream().map(this::policy).toList(),
                new Action.Pass());
    }

    private Policy policy(Probed pods) {
        List<Rule> rules = rules(pods).toList();
        return new Policy(
                pods.namespace(),
                Double.POSITIVE_INFINITY,
                subject(pods),
                PolicyMode.OPEN,
                rules,
                rules.getFirst().remark());
    }

    private Expr<Peer> subject(Probed pods) {
        return Expr.allOf(scope.pods(pods.namespace(), pods.pods()), pods.which());
    }

    private Stream<Rule> rules(Probed pods) {
        return pods.probes().stream().map(probe -> rule(pods, probe));
    }

    private Rule rule(Probed pods, HttpProbe probe) {
        String name = "probe " + probe.path();
        return new Rule(
                name,
                probe.requests().from(networks).to(subject(pods)),
                new Action.Allow(),
                new Remark(new Origin.BuiltIn(name), "", false));
    }
}
