package io.portolan.model.compile.pod;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cni;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.PolicyMode;

import java.util.List;
import java.util.Optional;

/// What a network plug-in does with Kubernetes policies. `denied` is what becomes of a connection
/// that an isolated pod has no rule for; `nodesByAddress`: an ipBlock matches the nodes themselves.
record CniProfile(PolicyMode mode, Action denied, boolean nodesByAddress) {
    private static final CniProfile CALICO = new CniProfile(PolicyMode.ISOLATES, isolated(), true);
    private static final CniProfile CILIUM = new CniProfile(PolicyMode.ISOLATES, isolated(), false);
    private static final CniProfile FLANNEL = new CniProfile(PolicyMode.SHADOW, Terms.DENY, true);
    private static final CniProfile UNKNOWN =
            new CniProfile(
                    PolicyMode.ISOLATES,
                    Terms.either("no network plug-in is named: it may ignore policies"),
                    true);

    static CniProfile of(Optional<Cni> cni) {
        return cni.map(named ->
                        switch (named.product()) {
                            case CALICO -> CALICO;
                            case CILIUM -> CILIUM;
                            case FLANNEL -> FLANNEL;
                        })
                .orElse(UNKNOWN);
    }

    /// Isolation is only guaranteed for TCP, UDP and SCTP (Kubernetes documentation).
    private static Action isolated() {
        return new Action.Enter(
                Terms.list(
                        "isolated",
                        Terms.either("plug-ins differ for other protocols"),
                        List.of(
                                Terms.deny(
                                        "isolated",
                                        Terms.any()
                                                .on(
                                                        Expr.anyOf(
                                                                Terms.protocol(6),
                                                                Terms.protocol(17),
                                                                Terms.protocol(132))),
                                        Terms.builtIn("NetworkPolicy: no rule allows it")))));
    }
}
