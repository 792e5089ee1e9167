package io.portolan.model.reach.oracle;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;
import io.portolan.model.reach.RelationUnderTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A small estate and a plan under construction.
final class Lab extends Words {
    final List<Estate.Member> endpoints = new ArrayList<>();
    final SequencedMap<String, List<String>> gateways = new LinkedHashMap<>();
    final List<EnforcementPoint> points = new ArrayList<>();
    final List<NatTable> nat = new ArrayList<>();
    final List<Capture> captures = new ArrayList<>();
    final List<Leg> legs = new ArrayList<>();
    final List<Relay> relays = new ArrayList<>();
    final List<Forwarding> routers = new ArrayList<>();
    final String system;

    Lab(String system) {
        this.system = system;
    }

    // ---------------------------------------------------------------- estate

    Lab pod(String name, String namespace, String address, String... labels) {
        return add(PeerKind.POD, name, namespace, address, "pods", Optional.of("n1"), labels);
    }

    Lab hostPod(String name, String namespace, String node, String... labels) {
        String address = Members.address(endpoint(node)).toString();
        return add(PeerKind.HOST_POD, name, namespace, address, "pods", Optional.of(node), labels);
    }

    Lab node(String name, String address, String... labels) {
        add(PeerKind.NODE, name, "", address, "pods", Optional.empty(), labels);
        return this;
    }

    Lab machine(String name, String address, String segment, String... labels) {
        return add(PeerKind.MACHINE, name, "", address, segment, Optional.empty(), labels);
    }

    Lab external(String name, String block, String segment) {
        return add(PeerKind.EXTERNAL, name, "", block, segment, Optional.empty());
    }

    /// The labels are those of [Described].
    private Lab add(
            PeerKind kind,
            String name,
            String namespace,
            String address,
            String segment,
            Optional<String> node,
            String... labels) {
        Described who = new Described(name, namespace, segment, node);
        Arrays.stream(labels).forEach(who::add);
        endpoints.add(who.member(kind, address));
        return this;
    }

    Estate.Member endpoint(String name) {
        return endpoints.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    Estate estate() {
        return new Estate(endpoints, gateways);
    }

    // ---------------------------------------------------------------- plan

    Lab point(String id, String owner, Layer layer, Position position, Block... blocks) {
        points.add(
                new EnforcementPoint(
                        id, owner, layer, position, Replies.ADMITTED, List.of(blocks)));
        return this;
    }

    Lab stateless(String id, String owner, Layer layer, Position position, Block... blocks) {
        points.add(
                new EnforcementPoint(
                        id, owner, layer, position, Replies.FILTERED, List.of(blocks)));
        return this;
    }

    Lab podPolicy(Direction direction, Block... blocks) {
        String id = "policy-" + (direction == Direction.IN ? "ingress" : "egress");
        return point(id, "cluster", Layer.POD_POLICY, at(direction, Place.NIC, pods()), blocks);
    }

    Lab table(Hook hook, String owner, Translation... translations) {
        nat.add(new NatTable(owner + "-" + hook, owner, hook, Expr.any(), List.of(translations)));
        return this;
    }

    Lab router(String device, String... lines) {
        List<Forwarding.Interface> interfaces = new ArrayList<>();
        List<Forwarding.Entry> entries = new ArrayList<>();
        for (String line : lines) {
            String[] w = line.split(" ", -1);
            String vrf = line.contains(" vrf=") ? line.substring(line.indexOf(" vrf=") + 5) : "";
            switch (w[0]) {
                case "if" ->
                        interfaces.add(
                                new Forwarding.Interface(
                                        w[1], w[2], vrf, w[3], Address.parse(w[4])));
                case "to" -> entries.add(new Forwarding.Entry(vrf, Cidr.parse(w[1]), next(w)));
                default -> throw new IllegalArgumentException(line);
            }
        }
        routers.add(new Forwarding(device, interfaces, entries));
        return this;
    }

    private static Forwarding.NextHop next(String[] words) {
        if (words[2].equals("null")) {
            return new Forwarding.NextHop.Discard();
        }
        return words.length >= 4 && !words[3].startsWith("vrf=")
                ? new Forwarding.NextHop.Via(words[2], words[3])
                : new Forwarding.NextHop.Attached(words[2]);
    }

    Lab gateway(String segment, String... devices) {
        gateways.put(segment, List.of(devices));
        return this;
    }

    Lab capture(String name, Expr<Peer> members, Expr<Traffic> inbound) {
        captures.add(
                new Capture(
                        name,
                        members,
                        Match.any().on(protocol(6)),
                        Match.any().on(allOfTcp(inbound))));
        return this;
    }

    private static Expr<Traffic> allOfTcp(Expr<Traffic> inbound) {
        return Expr.allOf(protocol(6), inbound);
    }

    Lab leg(String client, String server, Match identified, Integer... wirePorts) {
        legs.add(new Leg(client, server, identified, List.of(wirePorts)));
        return this;
    }

    Lab relay(Relay relay) {
        relays.add(relay);
        return this;
    }

    EnforcementPlan plan() {
        return new EnforcementPlan(points, nat, captures, legs, relays, routers, List.of());
    }

    // ---------------------------------------------------------------- checks

    /// That the relation says of every pair what the path says.
    void isRelated() {
        from(endpoints.getFirst().name())
                .to(endpoints.getLast().name(), 80)
                .trial()
                .isRelated(RelationUnderTest::agreesOnAllPairs);
    }

    /// A connection to try: `from("web").to("10.1.0.2", 8080)`.
    Try from(String source) {
        return new Try(this, source, "", "", 0, 6, OPAQUE, false);
    }
}
