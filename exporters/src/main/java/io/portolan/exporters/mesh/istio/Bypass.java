package io.portolan.exporters.mesh.istio;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Ports on which connections do not meet the proxy of a pod, because an annotation says so.
public record Bypass(String annotation, Expr<Traffic> ports) {
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    static final String ALIKE = "other pods carry the same labels";
    private static final String AMBIENT = "ambient.istio.io/bypass-inbound-capture";

    /// What the annotations of pods let bypass on that path. With `includeInboundPorts` exactly
    /// those ports are taken over, and the excluded ones are ignored.
    public static Optional<Bypass> of(DataPath path, Map<String, String> annotations) {
        return switch (path) {
            case SIDECAR -> ofSidecar(annotations);
            case ZTUNNEL ->
                    annotations.getOrDefault(AMBIENT, "").equals("true")
                            ? Optional.of(new Bypass(AMBIENT, Expr.any()))
                            : Optional.empty();
        };
    }

    private static Optional<Bypass> ofSidecar(Map<String, String> annotations) {
        String included = annotations.getOrDefault(INCLUDED, "*").strip();
        String excluded = annotations.getOrDefault(EXCLUDED, "").strip();
        if (!included.equals("*")) {
            return Optional.of(new Bypass(INCLUDED, Expr.not(ports(included))));
        }
        return excluded.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bypass(EXCLUDED, ports(excluded)));
    }

    static Expr<Traffic> ports(String text) {
        String ports = text.replaceAll("[\\s]+|,+$", "");
        if (ports.isEmpty()) {
            return Expr.none();
        }
        return ports.matches("[0-9]{1,5}(-[0-9]{1,5})?(,[0-9]{1,5}(-[0-9]{1,5})?)*")
                ? parsed(ports)
                : new Expr.Unknown<>("the ports %s are not analysed".formatted(text));
    }

    private static Expr<Traffic> parsed(String ports) {
        try {
            return Expr.is(Traffic.to(Transport.TCP, PortSet.parse(ports)));
        } catch (IllegalArgumentException e) {
            return new Expr.Unknown<>("the ports %s are not analysed".formatted(ports));
        }
    }

    /// The policy for the pods of one workload, which ask `first`; `alone` if their labels select
    /// nobody else.
    Policy policy(String namespace, Expr<Peer> pods, boolean alone, Optional<Block> first) {
        Remark remark = new Remark(new Origin.BuiltIn(annotation), "", false);
        Action open = new Action.Allow();
        Action action = alone ? open : new Action.Either(ALIKE, List.of(open, new Action.Pass()));
        List<Rule> rules =
                Stream.concat(first.<Action>map(Action.Enter::new).stream(), Stream.of(action))
                        .map(a -> new Rule(annotation, Match.any().on(ports), a, remark))
                        .toList();
        return new Policy(
                namespace, Double.POSITIVE_INFINITY, pods, PolicyMode.OPEN, rules, remark);
    }
}
