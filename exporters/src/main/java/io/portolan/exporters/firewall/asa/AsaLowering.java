package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.AccessList;
import io.portolan.exporters.firewall.asa.AsaConfig.Ace;
import io.portolan.exporters.firewall.asa.AsaConfig.Way;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.Boxes;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.exporters.packet.Lists;
import io.portolan.exporters.spi.Gap;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Says the filters of one device in access lists. A permit that cannot be said is left out, a deny
/// is written wider: both fail closed, and both are gaps.
final class AsaLowering {
    static final String EQUAL_LEVELS = "same-security-traffic permit inter-interface";
    static final String HAIRPINS = "same-security-traffic permit intra-interface";

    private final AsaFaces faces;
    private final AsaNames names;
    private final AsaPeers peers;
    private final List<AccessList> lists = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<String> levels = new HashSet<>();

    AsaLowering(AsaFaces faces, AsaNames names) {
        this.faces = faces;
        this.names = names;
        this.peers = new AsaPeers(names);
    }

    List<AccessList> lists() {
        return lists;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /// True if the levels are opened by this line.
    boolean permits(String line) {
        return levels.contains(line);
    }

    void add(EnforcementPoint point) {
        Optional<Bound> bound = bound(point.position());
        if (bound.isPresent() && point.blocks().size() == 1) {
            list(point, bound.get());
        } else if (isLevels(point)) {
            rules(point).forEach(rule -> levels.add(words(rule)));
        } else {
            gap(
                    point.id(),
                    "",
                    "a point that is neither a list on one interface nor its levels",
                    List.of());
        }
    }

    /// What a list is bound to.
    private record Bound(String face, Way way) {}

    private static Optional<Bound> bound(Position position) {
        if (!(position instanceof Position.AtDevice at)
                || !(at.through() instanceof Expr.Is<Passage>(Passage passage))) {
            return Optional.empty();
        }
        return switch (passage) {
            case Passage.Enters(var names) when at.slot() == Slot.AFTER_DNAT ->
                    single(names, Way.IN);
            case Passage.Leaves(var names) when at.slot() == Slot.BEFORE_SNAT ->
                    single(names, Way.OUT);
            case Passage.Enters _, Passage.Leaves _, Passage.InState _, Passage.Translated _ ->
                    Optional.empty();
        };
    }

    private static Optional<Bound> single(Set<String> names, Way way) {
        return names.size() == 1
                ? names.stream().findFirst().map(n -> new Bound(n, way))
                : Optional.empty();
    }

    /// Levels follow from the interfaces: nothing is written for them.
    private static boolean isLevels(EnforcementPoint point) {
        return rules(point).stream().allMatch(r -> r.remark().origin() instanceof Origin.BuiltIn);
    }

    private static List<Rule> rules(EnforcementPoint point) {
        return point.blocks().stream().flatMap(b -> Lists.of(b).stream()).toList();
    }

    private static String words(Rule rule) {
        return rule.remark().origin() instanceof Origin.BuiltIn(String words) ? words : "";
    }

    private void list(EnforcementPoint point, Bound bound) {
        String face = bound.face();
        Optional<String> nameif = faces.nameif(face);
        if (nameif.isEmpty()) {
            gap(point.id(), "", "an interface that is not drawn: " + face, List.of());
            return;
        }
        Block block = point.blocks().getFirst();
        List<Ace> entries = new ArrayList<>();
        Lists.of(block).forEach(rule -> entries.addAll(entries(point.id(), bound, rule)));
        entries.add(last(block));
        String name = names.list(nameif.get() + "-" + word(bound.way()));
        lists.add(new AccessList(name, nameif.get(), bound.way(), entries));
    }

    /// The end of a list is written out, so that what it drops is logged.
    private static Ace last(Block block) {
        return new Ace(
                block.otherwise() instanceof Action.Allow,
                new AsaConfig.Protocol.Ip(),
                new AsaConfig.Peer.Any(Optional.empty()),
                new AsaConfig.Peer.Any(Optional.empty()),
                true,
                "",
                "");
    }

    static String word(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    private List<Ace> entries(String point, Bound bound, Rule rule) {
        try {
            boolean permits = permits(point, rule);
            return boxes(point, rule, permits, bound.way()).stream()
                    .filter(b -> here(b, bound).map(n -> isHere(bound, n)).orElse(true))
                    .flatMap(b -> peers.entries(b, rule, permits))
                    .toList();
        } catch (CannotSay e) {
            gap(point, rule.name(), e.what(), about(rule));
            return List.of();
        }
    }

    private static Optional<? extends Set<String>> here(Box box, Bound bound) {
        return bound.way() == Way.IN ? box.enters() : box.leaves();
    }

    private boolean isHere(Bound bound, Set<String> names) {
        return faces.isOneOf(bound.face(), names);
    }

    private List<Box> boxes(String point, Rule rule, boolean permits, Way way) {
        try {
            return Boxes.of(rule.match()).stream().map(b -> checked(b, way)).toList();
        } catch (CannotSay e) {
            if (permits) {
                throw e;
            }
            gap(point, rule.name(), e.what() + ": denied for all", about(rule));
            return Boxes.of(Match.any());
        }
    }

    private static Box checked(Box box, Way way) {
        if (way == Way.IN && box.leaves().isPresent()) {
            throw new CannotSay("the outgoing interface in a list for incoming packets");
        }
        if (way == Way.OUT && box.enters().isPresent()) {
            throw new CannotSay("the incoming interface in a list for outgoing packets");
        }
        if (box.states().isPresent() || box.translated()) {
            throw new CannotSay("the state of a connection");
        }
        return box;
    }

    private boolean permits(String point, Rule rule) {
        return switch (rule.action()) {
            case Action.Allow() -> true;
            case Action.Deny _ -> false;
            case Action.Pass() -> throw new CannotSay("to leave a list undecided");
            case Action.Continue() -> throw new CannotSay("to log and go on");
            case Action.Enter(Block block) -> throw new CannotSay("a jump to " + block.name());
            case Action.Either(String why, _) -> {
                gap(point, rule.name(), why + ": denied", about(rule));
                yield false;
            }
        };
    }

    private static List<String> about(Rule rule) {
        String flow = Lists.flow(rule);
        return flow.isEmpty() ? List.of() : List.of(flow);
    }

    void gap(String point, String rule, String what, List<String> about) {
        gaps.add(
                new Gap(
                        point,
                        rule,
                        "Cisco ASA cannot say: " + what,
                        about,
                        "Write the rule with addresses and ports, or enforce it elsewhere."));
    }
}
