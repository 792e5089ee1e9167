package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.LabelOwner;
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
import io.portolan.model.reach.EngineUnderTest;
import io.portolan.model.reach.RelationUnderTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A small estate and a plan under construction, with checks that are counted.
final class Lab extends Words {
    private static final int RELATION_PAIRS = 15;

    final List<Estate.Member> endpoints = new ArrayList<>();
    final SequencedMap<String, List<String>> gateways = new LinkedHashMap<>();
    final List<EnforcementPoint> points = new ArrayList<>();
    final List<NatTable> nat = new ArrayList<>();
    final List<Capture> captures = new ArrayList<>();
    final List<Leg> legs = new ArrayList<>();
    final List<Relay> relays = new ArrayList<>();
    final List<Forwarding> routers = new ArrayList<>();
    private final String system;

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

    /// Labels: `k=v` on the workload, `ns:k=v` on its namespace, `group:name` for a group,
    /// `sa:name`, `port:name=8080`, `udp:name=53`, `dns:name`; and facts: `realm:r`, `at:segment`,
    /// `on:node`, `listens:80`.
    private Lab add(
            PeerKind kind,
            String name,
            String namespace,
            String address,
            String segment,
            Optional<String> node,
            String... labels) {
        Map<LabelOwner, Map<String, String>> all = new EnumMap<>(LabelOwner.class);
        Arrays.stream(LabelOwner.values()).forEach(owner -> all.put(owner, new HashMap<>()));
        Map<String, List<Estate.NamedPort>> ports = new HashMap<>();
        List<String> names = new ArrayList<>();
        labels(all, LabelOwner.SEGMENT).put("name", segment);
        if (!namespace.isEmpty()) {
            labels(all, LabelOwner.NAMESPACE).put("kubernetes.io/metadata.name", namespace);
        }
        String account = name;
        String realm = "";
        String attached = segment;
        Optional<String> host = node;
        Optional<PortSet> listens = Optional.empty();
        for (String label : labels) {
            String value = label.substring(label.indexOf(':') + 1);
            if (label.startsWith("ns:")) {
                put(labels(all, LabelOwner.NAMESPACE), value);
            } else if (label.startsWith("group:")) {
                labels(all, LabelOwner.GROUP).put(value, "");
            } else if (label.startsWith("sa:")) {
                account = value;
            } else if (label.startsWith("port:")) {
                name(ports, Transport.TCP, value);
            } else if (label.startsWith("udp:")) {
                name(ports, Transport.UDP, value);
            } else if (label.startsWith("dns:")) {
                names.add(value);
            } else if (label.startsWith("realm:")) {
                realm = value;
            } else if (label.startsWith("at:")) {
                attached = value;
            } else if (label.startsWith("on:")) {
                host = Optional.of(value);
            } else if (label.startsWith("listens:")) {
                listens = Optional.of(PortSet.of(Integer.parseInt(value)));
            } else {
                put(labels(all, LabelOwner.WORKLOAD), label);
            }
        }
        Optional<Estate.Identity> identity =
                namespace.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Estate.Identity("cluster.local", namespace, account));
        endpoints.add(
                new Estate.Member(
                        name,
                        kind,
                        realm,
                        attached,
                        List.of(Cidr.parse(address)),
                        all,
                        ports,
                        identity,
                        host,
                        names,
                        listens));
        return this;
    }

    private static Map<String, String> labels(
            Map<LabelOwner, Map<String, String>> all, LabelOwner owner) {
        return all.computeIfAbsent(owner, _ -> new HashMap<>());
    }

    private static void name(
            Map<String, List<Estate.NamedPort>> ports, Transport transport, String pair) {
        String[] words = pair.split("=", 2);
        ports.computeIfAbsent(words[0], _ -> new ArrayList<>())
                .add(new Estate.NamedPort(transport, Integer.parseInt(words[1])));
    }

    private static void put(Map<String, String> map, String pair) {
        map.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
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
        return new Try(source, "", "", 0, 6, OPAQUE, false);
    }

    final class Try {
        private final String source;
        private final String sourceAddress;
        private final String destination;
        private final int port;
        private final int protocol;
        private final Packet.Payload payload;
        private final boolean bypasses;

        private Try(
                String source,
                String sourceAddress,
                String destination,
                int port,
                int protocol,
                Packet.Payload payload,
                boolean bypasses) {
            this.source = source;
            this.sourceAddress = sourceAddress;
            this.destination = destination;
            this.port = port;
            this.protocol = protocol;
            this.payload = payload;
            this.bypasses = bypasses;
        }

        Try as(String address) {
            return new Try(source, address, destination, port, protocol, payload, bypasses);
        }

        /// An address, or the name of an endpoint.
        Try to(String nameOrAddress, int number) {
            boolean name = endpoints.stream().anyMatch(e -> e.name().equals(nameOrAddress));
            String address =
                    name ? Members.address(endpoint(nameOrAddress)).toString() : nameOrAddress;
            return new Try(source, sourceAddress, address, number, protocol, payload, bypasses);
        }

        Try over(int ipProtocol) {
            return new Try(source, sourceAddress, destination, port, ipProtocol, payload, bypasses);
        }

        Try sending(Packet.Payload other) {
            return new Try(source, sourceAddress, destination, port, protocol, other, bypasses);
        }

        Try bypassing() {
            return new Try(source, sourceAddress, destination, port, protocol, payload, true);
        }

        private Interpreter.Connection connection() {
            return new Interpreter.Connection(
                    source,
                    sourceAddress.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Address.parse(sourceAddress)),
                    Address.parse(destination),
                    protocol,
                    port,
                    payload,
                    bypasses);
        }

        Trial trial() {
            return new Trial(connection(), estate(), plan());
        }

        Interpreter.Answer answer() {
            return trial().answer();
        }

        /// What the engine says of the same connection, in the words of the oracle.
        EngineUnderTest.Said said() {
            return trial().said();
        }

        /// That the relation agrees with the engine on some pairs.
        void isRelated(int pairs, long seed) {
            trial().isRelated(relation -> {
                relation.agrees(pairs, seed);
                if (seed % 8 == 0) {
                    relation.visitsWhatItSays();
                }
            });
        }

        /// Both must say what is told, and some hop of the oracle must mention each of the words
        /// ("point#rule@header").
        void is(Interpreter.Verdict expected, String name, String... mentions) {
            Interpreter.Answer answer = answer();
            assertThat(answer.verdict()).as("%s: %s%n%s", system, name, answer).isEqualTo(expected);
            assertThat(Arrays.stream(mentions).filter(m -> !answer.mentions(m)))
                    .as("%s: %s%n%s", system, name, answer)
                    .isEmpty();
            EngineUnderTest.Said said = said();
            if (answer.traces().size() == 1) {
                isTold(said, name, mentions);
            }
            isRelated(RELATION_PAIRS, name.hashCode());
            assertThat(said.verdict())
                    .as("engine, %s: %s%n%s", system, name, said)
                    .isEqualTo(expected);
        }

        /// Where there is one way, the engine tells of it as the oracle does.
        private void isTold(EngineUnderTest.Said said, String name, String... mentions) {
            List<String> told =
                    said.inFull().path().stream()
                            .map(hop -> hop.point() + "#" + hop.because() + "@" + hop.seen())
                            .toList();
            for (String mention : mentions) {
                assertThat(told)
                        .as("engine, %s: %s%n%s", system, name, said)
                        .anySatisfy(hop -> assertThat(hop).contains(mention.replace("/6", "/tcp")));
            }
        }

        void allowed(String name, String... mentions) {
            is(Interpreter.Verdict.ALLOW, name, mentions);
        }

        void denied(String name, String... mentions) {
            is(Interpreter.Verdict.DENY, name, mentions);
        }

        void undefined(String name, String... mentions) {
            is(Interpreter.Verdict.UNDEFINED, name, mentions);
        }

        void lost(String name, String... mentions) {
            is(Interpreter.Verdict.NO_ROUTE, name, mentions);
        }
    }
}
