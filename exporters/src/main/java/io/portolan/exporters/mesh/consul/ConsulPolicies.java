package io.portolan.exporters.mesh.consul;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The points at the proxies of a Consul mesh. Inbound: plaintext, then the intentions. Outbound,
/// where only destinations of the mesh may be dialled: its services.
public final class ConsulPolicies {
    static final Action DENY = new Action.Deny(Refusal.REJECT);

    private static final List<String> KINDS =
            List.of(
                    "ServiceIntentions",
                    "ServiceDefaults",
                    "ProxyDefaults",
                    "Mesh",
                    TerminatingGateways.KIND);

    private final List<Manifest> intentions = new ArrayList<>();
    private final List<Manifest> meshes = new ArrayList<>();
    private final Protocols protocols = new Protocols();
    private final TerminatingGateways gateways = new TerminatingGateways();

    /// True for the objects that `add` takes.
    public static boolean reads(Manifest manifest) {
        return manifest.group().equals("consul.hashicorp.com") && KINDS.contains(manifest.kind());
    }

    /// Reads an object for nothing but its faults.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static void check(Manifest manifest) {
        ConsulPolicies policies = new ConsulPolicies();
        policies.add(manifest);
        policies.gateways.all();
        policies.points(new ConsulServices("", Map.of()), List.of());
    }

    /// Adds an object that passed the check.
    public void add(Manifest manifest) {
        gateways.add(manifest);
        switch (manifest.kind()) {
            case "ServiceIntentions" -> intentions.add(manifest);
            case "Mesh" -> meshes.add(manifest);
            case TerminatingGateways.KIND -> {}
            default -> protocols.add(manifest);
        }
    }

    /// Gateways by which members reach what is outside.
    public List<TerminatingGateways.Linked> terminating() {
        return gateways.all();
    }

    /// The point at a gateway where it stands for a service: the relay of that name.
    public EnforcementPoint at(
            String relay, String gateway, String service, ConsulServices services) {
        return new EnforcementPoint(
                relay + "/authorization",
                gateway,
                Layer.MESH,
                new Position.AtRelay(relay),
                Replies.ADMITTED,
                List.of(new Intentions(services, protocols).at(service, intentions)));
    }

    /// The points at the proxies of pods. `linked` is what gateways connect them to.
    public List<EnforcementPoint> points(ConsulServices services, List<Expr<Peer>> linked) {
        List<Block> inbound =
                List.of(plaintext(services), new Intentions(services, protocols).block(intentions));
        EnforcementPoint in = point(services, Direction.IN, inbound);
        boolean limited =
                meshes.stream()
                        .anyMatch(m ->
                                m.spec().get("transparentProxy", "meshDestinationsOnly").isTrue());
        return limited
                ? List.of(point(services, Direction.OUT, List.of(outbound(services, linked))), in)
                : List.of(in);
    }

    private static EnforcementPoint point(
            ConsulServices services, Direction direction, List<Block> blocks) {
        String name = direction == Direction.IN ? "/authorization" : "/outbound";
        return new EnforcementPoint(
                services.mesh() + name,
                services.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(direction, Place.PROXY, services.members()),
                Replies.ADMITTED,
                blocks);
    }

    /// Refused, or in permissive mode let in past everything. What a service says of itself holds
    /// before what is said of all.
    private Block plaintext(ConsulServices services) {
        Match plaintext = Match.any().from(Expr.not(ConsulServices.CERTIFIED));
        List<Policy> policies = new ArrayList<>();
        for (String service : protocols.strict()) {
            Rule rule = rule("mutualTLSMode strict", plaintext, DENY);
            policies.add(policy(service, services.namedOrElsewhere(service), rule));
        }
        for (String service : protocols.permissive()) {
            Rule rule = rule("mutualTLSMode permissive", plaintext, new Action.Allow());
            policies.add(policy(service, services.named(service), rule));
        }
        Rule refused = rule("no certificate", plaintext, DENY);
        policies.add(policy("certificate", services.members(), refused));
        return new Block(
                "certificate",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                policies,
                new Action.Pass());
    }

    private static Block outbound(ConsulServices services, List<Expr<Peer>> linked) {
        Match tcp = Match.any().on(Expr.is(Traffic.to(Transport.TCP, PortSet.ALL)));
        List<Rule> rules = new ArrayList<>();
        rules.add(rule("member", tcp.to(services.members()), new Action.Allow()));
        linked.forEach(to -> rules.add(rule("linked service", tcp.to(to), new Action.Allow())));
        rules.add(rule("meshDestinationsOnly", tcp, DENY));
        Policy policy =
                new Policy(
                        "meshDestinationsOnly",
                        Double.POSITIVE_INFINITY,
                        services.members(),
                        PolicyMode.ISOLATES,
                        rules,
                        builtIn("meshDestinationsOnly"));
        return new Block(
                "transparent proxy",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                List.of(policy),
                new Action.Pass());
    }

    private static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, builtIn(name));
    }

    private static Policy policy(String name, Expr<Peer> subject, Rule rule) {
        return new Policy(
                name,
                Double.POSITIVE_INFINITY,
                subject,
                PolicyMode.OPEN,
                List.of(rule),
                rule.remark());
    }

    static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }

    /// `allow` or `deny`.
    ///
    /// @throws Part.Unfit if it is neither
    static Action action(Part part) {
        return switch (part.text("")) {
            case "allow" -> new Action.Allow();
            case "deny" -> DENY;
            case String other ->
                    throw new Part.Unfit(
                            part, "The action (%s) must be allow or deny.".formatted(other));
        };
    }
}
