package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.text.Yaml;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.SortedMap;
import java.util.TreeMap;

/// What a policy says of connections without proven identity, as a PeerAuthentication.
final class PeerAuthenticationLowering {
    private static final Text ANY = new Text.Present();
    private static final Match PLAINTEXT =
            Match.any().from(Expr.not(Expr.is(new Peer.Principal(ANY, ANY, ANY))));

    private PeerAuthenticationLowering() {}

    /// The `spec` without its selector.
    ///
    /// @throws Unwritable if the policy says anything else
    static Yaml.Mapping lowered(Policy policy, Governed governed) {
        String mode = "UNSET";
        SortedMap<Integer, Yaml> ports = new TreeMap<>();
        for (Rule rule : policy.rules()) {
            if (rule.match().equals(PLAINTEXT)) {
                mode = mode(rule.action());
                break; // of all ports: what stands behind it never decides
            }
            ports.putIfAbsent(port(rule.match()), Yaml.map().with("mode", mode(rule.action())));
        }
        Yaml.Mapping spec = Yaml.map().with("mtls", Yaml.map().with("mode", mode));
        return ports.isEmpty() ? spec : spec.with("portLevelMtls", byPort(ports, governed));
    }

    private static Yaml byPort(SortedMap<Integer, Yaml> ports, Governed governed) {
        if (governed.labels().isEmpty()) {
            throw refused("ports of a whole namespace");
        }
        Yaml.Mapping all = Yaml.map();
        for (var port : ports.entrySet()) {
            all = all.with(Integer.toString(port.getKey()), port.getValue());
        }
        return all;
    }

    private static String mode(Action action) {
        return switch (action) {
            case Action.Deny _ -> "STRICT";
            case Action.Pass() -> "PERMISSIVE";
            case Action.Allow _, Action.Continue _, Action.Enter _, Action.Either _ ->
                    throw refused("anything but to demand mutual TLS or not");
        };
    }

    private static int port(Match match) {
        if (match.on(Expr.any()).equals(PLAINTEXT)
                && match.traffic() instanceof Expr.Is<Traffic>(Traffic.Ports ports)
                && ports.equals(Traffic.to(Transport.TCP, ports.destination()))) {
            return single(ports.destination());
        }
        throw refused("anything but single ports and plaintext");
    }

    private static int single(PortSet ports) {
        if (ports.ranges().size() == 1
                && ports.ranges().getFirst() instanceof PortRange(int low, int high)
                && low == high) {
            return low;
        }
        throw refused("a range of ports (%s)".formatted(ports));
    }

    private static Unwritable refused(String what) {
        return new Unwritable(
                "a PeerAuthentication cannot say %s".formatted(what),
                "Keep the object that it was imported from.");
    }
}
