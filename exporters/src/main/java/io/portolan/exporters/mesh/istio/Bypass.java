package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ports of some pods on which connections do not meet the proxy, because an annotation says so.
public record Bypass(String namespace, LabelSelector pods, String annotation, PortSet ports) {
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    private static final String AMBIENT = "ambient.istio.io/bypass-inbound-capture";

    /// What the annotations of pods let bypass. With `includeInboundPorts` exactly those ports are
    /// taken over, and the excluded ones are ignored.
    public static Optional<Bypass> of(
            String namespace, LabelSelector pods, Map<String, String> annotations) {
        String included = annotations.getOrDefault(INCLUDED, "*");
        String excluded = annotations.getOrDefault(EXCLUDED, "");
        if (annotations.getOrDefault(AMBIENT, "").equals("true")) {
            return Optional.of(new Bypass(namespace, pods, AMBIENT, PortSet.ALL));
        }
        if (!included.equals("*")) {
            return Optional.of(new Bypass(namespace, pods, INCLUDED, parse(included).complement()));
        }
        return excluded.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bypass(namespace, pods, EXCLUDED, parse(excluded)));
    }

    private static PortSet parse(String ports) {
        return ports.isBlank() ? PortSet.NONE : PortSet.parse(ports.replace(" ", ""));
    }

    Policy policy(MeshScope scope) {
        Remark remark = new Remark(new Origin.BuiltIn(annotation), "", false);
        Match match = Match.any().on(Expr.is(Traffic.to(Transport.TCP, ports)));
        return new Policy(
                namespace,
                Double.POSITIVE_INFINITY,
                scope.governed(namespace, pods),
                PolicyMode.OPEN,
                List.of(new Rule(annotation, match, new Action.Allow(), remark)),
                remark);
    }
}
