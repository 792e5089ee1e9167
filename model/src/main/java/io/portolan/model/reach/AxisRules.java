package io.portolan.model.reach;

import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Turns the rules of a gate into sets of peers and places, once for every rule and, where it
/// matters, for every kind of subject.
final class AxisRules {
    private final Lens lens;
    private final PeerIndex peers;
    private final AxisTraffic traffic;
    private final List<Naming> namings;
    private final ByIdentity<Rule, Forms> known = new ByIdentity<>();

    /// Peers that call their ports alike.
    private record Naming(Bits peers, Optional<Member> example) {}

    /// Subjects for which a rule means the same.
    private record Alike(Map<String, List<NamedPort>> names, Held held, Kin kin) {}

    /// What one rule means: for all subjects alike, unless it speaks of names of ports that are the
    /// subject's (`named`) or of its relatives (`kin`).
    private record Forms(
            boolean named,
            boolean kin,
            Map<Held, List<AxisRule>> common,
            Map<Alike, List<AxisRule>> special) {}

    private enum Held {
        SURELY,
        POSSIBLY
    }

    /// An end that rules are looked up for. `kin` are its relatives among the peers.
    record Subject(Party end, Kin kin) {}

    AxisRules(Lens lens, PeerIndex peers) {
        this.lens = lens;
        this.peers = peers;
        this.traffic = new AxisTraffic(lens);
        namings = lens.isSubjectDestination() ? List.of() : namings(peers);
    }

    private static List<Naming> namings(PeerIndex peers) {
        Map<Map<String, List<NamedPort>>, Bits.Builder> groups = new LinkedHashMap<>();
        Map<Map<String, List<NamedPort>>, Integer> first = new HashMap<>();
        for (int i = 0; i < peers.size(); i++) {
            Map<String, List<NamedPort>> names = names(peers.member(i));
            groups.computeIfAbsent(names, _ -> new Bits.Builder()).add(i);
            first.putIfAbsent(names, i);
        }
        List<Naming> namings = new ArrayList<>();
        groups.forEach((names, bits) ->
                namings.add(new Naming(bits.build(), peers.member(first.getOrDefault(names, 0)))));
        return namings;
    }

    static Map<String, List<NamedPort>> names(Optional<Member> member) {
        return member.map(Member::namedPorts).orElse(Map.of());
    }

    /// What a rule means for a subject for which its own part holds (`held`); nothing where it does
    /// not.
    List<AxisRule> of(Rule rule, Subject subject, Truth held) {
        if (held.isNever()) {
            return List.of();
        }
        Forms forms = known.of(rule, this::forms);
        Held how = held.isAlways() ? Held.SURELY : Held.POSSIBLY;
        if (!forms.named() && !forms.kin()) {
            return forms.common().computeIfAbsent(how, _ -> compiled(rule, subject, held));
        }
        Alike alike =
                new Alike(
                        forms.named() ? names(subject.end().member()) : Map.of(),
                        how,
                        forms.kin() ? subject.kin() : Kin.NONE);
        return forms.special().computeIfAbsent(alike, _ -> compiled(rule, subject, held));
    }

    private Forms forms(Rule rule) {
        return new Forms(
                lens.isSubjectDestination() && AxisTraffic.namesPorts(rule.match().traffic()),
                Kin.matters(lens.peer(rule.match())),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    private List<AxisRule> compiled(Rule rule, Subject subject, Truth held) {
        Extent all = peers.of(lens.peer(rule.match()), subject.kin());
        if (!AxisTraffic.namesPorts(rule.match().traffic())) {
            return List.of(compiled(rule, all, held, Optional.empty()));
        }
        if (lens.isSubjectDestination()) {
            return List.of(compiled(rule, all, held, subject.end().member()));
        }
        List<AxisRule> rules = new ArrayList<>();
        for (Naming naming : namings) {
            Extent some = all.and(Extent.of(naming.peers()));
            if (!some.possibly().isEmpty()) {
                rules.add(compiled(rule, some, held, naming.example()));
            }
        }
        return rules;
    }

    private AxisRule compiled(Rule rule, Extent all, Truth held, Optional<Member> destination) {
        Match match = rule.match();
        Truth fixed = held.and(lens.passes(match.passage()));
        Truth request = Matching.eval(match.request(), _ -> Truth.MAYBE);
        AxisTraffic.Places below = traffic.of(match.traffic(), destination).on(fixed);
        AxisTraffic.Places whole = below.on(request);
        return new AxisRule(
                all,
                whole.surely(),
                whole.possibly(),
                below.surely(),
                below.possibly(),
                !request.isAlways(),
                rule.action());
    }

    /// All peers.
    Bits everyone() {
        return peers.everyone();
    }
}
