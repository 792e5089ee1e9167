package io.portolan.model.reach.oracle;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;
import io.portolan.model.policy.View;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Short words for writing plans by hand in the examples.
abstract class Words {
    Words() {}

    static final Action ALLOW = new Action.Allow();
    static final Action DENY = new Action.Deny(Refusal.DROP);
    static final Action PASS = new Action.Pass();
    static final Action LOG = new Action.Continue();
    static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);
    static final Discipline FIRST_TIES_UNDEFINED = new Discipline.FirstMatch(Ties.UNDEFINED);
    static final Discipline UNION = new Discipline.DenyOverrides();
    static final double UNSET = Double.POSITIVE_INFINITY;
    static final Packet.Payload OPAQUE = new Packet.Payload.Opaque();
    static final Packet.Payload UNSPECIFIED = new Packet.Payload.Unspecified();

    // ---------------------------------------------------------------- words: positions

    static Position at(Direction direction, Place place, Expr<Peer> governed) {
        return new Position.AtEndpoint(direction, place, governed);
    }

    static Position on(String device, Slot slot) {
        return new Position.AtDevice(device, slot, View.CURRENT, Expr.any());
    }

    static Position on(String device, Slot slot, Expr<Passage> through) {
        return new Position.AtDevice(device, slot, View.CURRENT, through);
    }

    // ---------------------------------------------------------------- words: peers

    static Expr<Peer> pods() {
        return Expr.is(new Peer.OfKind(PeerKind.POD));
    }

    static Expr<Peer> nodes() {
        return Expr.is(new Peer.OfKind(PeerKind.NODE));
    }

    static Expr<Peer> label(String key, String value) {
        return Expr.is(new Peer.Labelled(LabelOwner.WORKLOAD, key, new Text.Exact(value)));
    }

    static Expr<Peer> app(String value) {
        return label("app", value);
    }

    static Expr<Peer> namespace(String name) {
        return namespaceLabel("kubernetes.io/metadata.name", name);
    }

    static Expr<Peer> namespaceLabel(String key, String value) {
        return Expr.is(new Peer.Labelled(LabelOwner.NAMESPACE, key, new Text.Exact(value)));
    }

    static Expr<Peer> group(String name) {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, name, new Text.Present()));
    }

    static Expr<Peer> segment(String name) {
        return Expr.is(new Peer.Labelled(LabelOwner.SEGMENT, "name", new Text.Exact(name)));
    }

    static Expr<Peer> podsOf(String namespace, String app) {
        return Expr.allOf(pods(), namespace(namespace), app(app));
    }

    static Expr<Peer> cidr(String... blocks) {
        return Expr.is(new Peer.At(Arrays.stream(blocks).map(Cidr::parse).toList()));
    }

    static Expr<Peer> itself() {
        return Expr.is(new Peer.Relative(Relation.ITSELF));
    }

    static Expr<Peer> itsNode() {
        return Expr.is(new Peer.Relative(Relation.ITS_NODE));
    }

    static Expr<Peer> principal(String namespace, String account) {
        return Expr.is(
                new Peer.Principal(
                        new Text.Exact("cluster.local"), wild(namespace), wild(account)));
    }

    static Text wild(String value) {
        return value.equals("*") ? new Text.Present() : new Text.Exact(value);
    }

    static Expr<Peer> authenticated() {
        Text any = new Text.Present();
        return Expr.is(new Peer.Principal(any, any, any));
    }

    // ---------------------------------------------------------------- words: traffic, requests,
    // passage

    static Expr<Traffic> tcp(int... ports) {
        return ports(Transport.TCP, ports);
    }

    static Expr<Traffic> udp(int... ports) {
        return ports(Transport.UDP, ports);
    }

    private static Expr<Traffic> ports(Transport transport, int... ports) {
        PortSet set = ports.length == 0 ? PortSet.ALL : PortSet.of(ports);
        return Expr.is(new Traffic.Ports(transport, set, PortSet.ALL));
    }

    static Expr<Traffic> tcpRange(int low, int high) {
        return Expr.is(new Traffic.Ports(Transport.TCP, PortSet.range(low, high), PortSet.ALL));
    }

    static Expr<Traffic> tcpFrom(int sourcePort) {
        return Expr.is(new Traffic.Ports(Transport.TCP, PortSet.ALL, PortSet.of(sourcePort)));
    }

    static Expr<Traffic> named(String port) {
        return Expr.is(new Traffic.NamedPort(Transport.TCP, port));
    }

    static Expr<Traffic> protocol(int number) {
        return Expr.is(new Traffic.IpProtocol(number));
    }

    static Expr<Traffic> ping() {
        return Expr.is(new Traffic.Icmp(4, OptionalInt.of(8), OptionalInt.empty()));
    }

    static Expr<Request> path(Text text) {
        return Expr.is(new Request.Path(text));
    }

    static Expr<Request> method(String... methods) {
        return Expr.is(new Request.Method(new Text.OneOf(Set.of(methods))));
    }

    static Expr<Request> host(Text text) {
        return Expr.is(new Request.Host(text));
    }

    static Expr<Request> sni(Text text) {
        return Expr.is(new Request.ServerName(text));
    }

    static Expr<Request> noHttp() {
        return Expr.is(new Request.NoHttp());
    }

    static Expr<Passage> enters(String... names) {
        return Expr.is(new Passage.Enters(Set.of(names)));
    }

    static Expr<Passage> leaves(String... names) {
        return Expr.is(new Passage.Leaves(Set.of(names)));
    }

    static Expr<Passage> state(ConnectionState... states) {
        return Expr.is(new Passage.InState(Set.of(states)));
    }

    static Expr<Passage> translated() {
        return Expr.is(new Passage.Translated(Optional.empty()));
    }

    static Expr<Passage> notTranslated() {
        return Expr.not(translated());
    }

    static Packet.Payload get(String host, String path) {
        return http("GET", host, path);
    }

    static Packet.Payload http(String method, String host, String path) {
        return new Packet.Payload.Http(host, method, path, Map.of(), Optional.empty());
    }

    static Packet.Payload tls(String serverName, Packet.Payload inside) {
        return new Packet.Payload.Tls(
                serverName.isEmpty() ? Optional.empty() : Optional.of(serverName), inside);
    }

    static Text exact(String value) {
        return new Text.Exact(value);
    }

    static Text prefix(String value) {
        return new Text.Prefix(value);
    }

    static Text under(String apex) {
        return new Text.Under(apex, Depth.ANY);
    }

    // ---------------------------------------------------------------- words: rules

    static Match any() {
        return Match.any();
    }

    static Remark line(int number) {
        return new Remark(new Origin.Line("example", number), "", false);
    }

    static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }

    static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, line(1));
    }

    static Rule allow(String name, Match match) {
        return rule(name, match, ALLOW);
    }

    static Rule deny(String name, Match match) {
        return rule(name, match, DENY);
    }

    static Policy policy(String name, double order, Expr<Peer> subject, Rule... rules) {
        return new Policy(name, order, subject, PolicyMode.ISOLATES, List.of(rules), line(1));
    }

    static Policy policy(String name, Expr<Peer> subject, Rule... rules) {
        return policy(name, UNSET, subject, rules);
    }

    static Policy mode(PolicyMode mode, Policy p) {
        return new Policy(p.name(), p.order(), p.subject(), mode, p.rules(), p.remark());
    }

    static Block block(String name, Discipline discipline, Action otherwise, Policy... policies) {
        return new Block(name, discipline, List.of(policies), otherwise);
    }

    /// An access list: one policy that governs everything.
    static Block list(String name, Action otherwise, Rule... rules) {
        return block(name, FIRST, otherwise, policy(name, Expr.any(), rules));
    }

    static Action enter(Block block) {
        return new Action.Enter(block);
    }

    static Action either(String why) {
        return new Action.Either(why, List.of(ALLOW, DENY));
    }

    static Translation translation(String name, Match match, Rewrite source, Rewrite destination) {
        return new Translation(name, match, source, destination, line(1));
    }

    static Translation dnat(String name, Match match, Target target, int port) {
        return translation(name, match, Rewrite.NONE, rewrite(target, port));
    }

    static Translation snat(String name, Match match, Target target) {
        return translation(name, match, rewrite(target, 0), Rewrite.NONE);
    }

    static Rewrite rewrite(Target target, int port) {
        return new Rewrite(
                target, port == 0 ? new PortTarget.Keep() : new PortTarget.ToNumber(port));
    }

    static Target pool(String... blocks) {
        return new Target.Pool(Arrays.stream(blocks).map(Cidr::parse).toList());
    }

    static Target own() {
        return new Target.Own();
    }

    static Target backends(Expr<Peer> members) {
        return new Target.Backends(members);
    }
}
