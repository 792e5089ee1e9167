package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;

/// Tunnels that pods open themselves: nodes drop their packets before any policy, unless the
/// FelixConfiguration says otherwise (Calico documentation, Felix configuration). Without that
/// object nothing is known of it, and policies alone decide.
record Encapsulated(boolean vxlan, int vxlanPort, boolean ipInIp) {
    private static final int DEFAULT_PORT = 4789;
    private static final int IP_IN_IP = 4;

    static Encapsulated read(Manifest manifest) {
        Part spec = manifest.spec();
        return new Encapsulated(
                spec.get("allowVXLANPacketsFromWorkloads").isTrue(),
                spec.get("vxlanPort").number().filter(n -> n > 0).orElse(DEFAULT_PORT),
                spec.get("allowIPIPPacketsFromWorkloads").isTrue());
    }

    /// What is dropped of what pods send, before all tiers.
    Block block() {
        List<Rule> rules = new ArrayList<>();
        if (!vxlan) {
            rules.add(drop("VXLAN", Traffic.to(Transport.UDP, PortSet.of(vxlanPort))));
        }
        if (!ipInIp) {
            rules.add(drop("IP in IP", new Traffic.IpProtocol(IP_IN_IP)));
        }
        return Lists.block(
                "tunnels", List.of(Lists.policy("tunnels", Expr.any(), rules)), Lists.PASS);
    }

    private static Rule drop(String what, Traffic traffic) {
        return Lists.rule(what + " of pods", Match.any().on(Expr.is(traffic)), Lists.DENY);
    }
}
