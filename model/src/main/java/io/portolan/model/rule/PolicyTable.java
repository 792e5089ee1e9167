package io.portolan.model.rule;

import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The policies beside endpoints, flat, with the members that each governs.
public final class PolicyTable {
    private final MemberSets members;
    private final List<Entry> entries = new ArrayList<>();

    PolicyTable(EnforcementPlan plan, MemberSets members) {
        this.members = members;
        for (EnforcementPoint point : plan.points()) {
            if (point.position() instanceof Position.AtEndpoint at) {
                point.blocks().forEach(block -> add(point, at, block));
            }
        }
    }

    private void add(EnforcementPoint point, Position.AtEndpoint at, Block block) {
        for (Policy policy : block.policies()) {
            BitSet subjects = (BitSet) members.select(policy.subject()).possibly().clone();
            subjects.and(members.select(at.governed()).possibly());
            entries.add(new Entry(point, at.direction(), block, policy, subjects));
        }
    }

    /// One policy at one place with the numbers of the members that it governs.
    public record Entry(
            EnforcementPoint point,
            Direction direction,
            Block block,
            Policy policy,
            BitSet subjects) {
        /// True if what the policy governs is closed but for what is allowed.
        public boolean isolates() {
            return policy.mode() == PolicyMode.ISOLATES && denies(block.otherwise());
        }

        private static boolean denies(Block block) {
            return denies(block.otherwise())
                    || block.policies().stream()
                            .flatMap(policy -> policy.rules().stream())
                            .anyMatch(rule -> denies(rule.action()));
        }

        private static boolean denies(Action action) {
            return switch (action) {
                case Action.Deny _ -> true;
                case Action.Either either -> either.possible().stream().anyMatch(Entry::denies);
                case Action.Enter enter -> denies(enter.block());
                case Action.Allow _, Action.Pass _, Action.Continue _ -> false;
            };
        }
    }

    public MemberSets members() {
        return members;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The policies that govern a member in one direction.
    public Stream<Entry> governing(int member, Direction direction) {
        return entries.stream().filter(e -> e.direction() == direction && e.subjects().get(member));
    }

    /// The members that some policy closes in that direction.
    public BitSet isolated(Direction direction) {
        BitSet all = new BitSet();
        entries.stream()
                .filter(e -> e.direction() == direction && e.isolates())
                .forEach(e -> all.or(e.subjects()));
        return all;
    }

    /// The rules of a policy that may allow that port between its subject and the other end.
    public Stream<Rule> allowing(Entry entry, Ask ask) {
        return entry.policy().rules().stream()
                .filter(rule -> rule.action() instanceof Action.Allow)
                .filter(rule -> mayMatch(entry.direction(), rule, ask));
    }

    /// A port between a governed member and the other end, by their numbers.
    public record Ask(int subject, int peer, Transport transport, int port) {}

    /// True if a rule of the policy may allow that port to or from anybody.
    public static boolean mayAllow(Entry entry, Transport transport, int port) {
        return entry.policy().rules().stream()
                .filter(rule -> rule.action() instanceof Action.Allow)
                .anyMatch(rule -> mayCover(rule.match().traffic(), Map.of(), transport, port));
    }

    private boolean mayMatch(Direction direction, Rule rule, Ask ask) {
        boolean in = direction == Direction.IN;
        Expr<Peer> peer = in ? rule.match().source() : rule.match().destination();
        Member destination = members.get(in ? ask.subject() : ask.peer());
        return members.select(peer).possibly().get(ask.peer())
                && mayCover(
                        rule.match().traffic(),
                        destination.namedPorts(),
                        ask.transport(),
                        ask.port());
    }

    private static boolean mayCover(
            Expr<Traffic> traffic,
            Map<String, List<NamedPort>> names,
            Transport transport,
            int port) {
        return Expressions.mayHold(
                traffic,
                atom ->
                        switch (atom) {
                            case Traffic.Ports ports ->
                                    ports.transport() == transport
                                            && ports.destination().contains(port);
                            case Traffic.NamedPort named ->
                                    names.getOrDefault(named.name(), List.of()).stream()
                                            .anyMatch(p -> p.number() == port);
                            case Traffic.IpProtocol protocol ->
                                    protocol.number() == transport.number();
                            case Traffic.Icmp _ -> false;
                        });
    }
}
