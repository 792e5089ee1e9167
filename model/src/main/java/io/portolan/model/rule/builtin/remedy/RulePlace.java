package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.design.AccessGroup;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.FilterChain;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.reach.Hop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where in a firewall a rule must stand to be asked at a hop.
final class RulePlace {
    private RulePlace() {}

    /// The firewall with the rule. None where one rule is not enough: lists that know no
    /// connections need one for the answers as well.
    static Optional<Firewall> with(Firewall firewall, Hop hop, FilterRule rule) {
        return firewall.platform() == FirewallPlatform.IOS
                ? Optional.empty()
                : placed(firewall, hop, rule).map(r -> firewall.withRules(inserted(firewall, r)));
    }

    private static Optional<FilterRule> placed(Firewall firewall, Hop hop, FilterRule rule) {
        return firewall.chains().isEmpty() && firewall.accessGroups().isEmpty()
                ? Optional.of(entering(firewall, hop).map(rule::withIn).orElse(rule))
                : list(firewall, hop).map(rule::withList);
    }

    /// An ASA has a list for each interface, and a rule that names none stands in all of them.
    private static Optional<String> entering(Firewall firewall, Hop hop) {
        return firewall.interfaces().stream()
                .map(DeviceInterface::name)
                .filter(name -> hop.point().equals(firewall.id() + "/" + name + "-in"))
                .findFirst();
    }

    /// The list that judges at the point of the hop.
    private static Optional<String> list(Firewall firewall, Hop hop) {
        String prefix = firewall.id() + "/";
        if (!hop.point().startsWith(prefix)) {
            return Optional.empty();
        }
        String name = hop.point().substring(prefix.length());
        return Stream.concat(
                        firewall.chains().stream().map(FilterChain::name).filter(name::equals),
                        firewall.interfaces().stream().flatMap(face -> bound(firewall, face, name)))
                .findFirst();
    }

    /// The list of the interface before the global one.
    private static Stream<String> bound(Firewall firewall, DeviceInterface face, String point) {
        boolean in = point.equals(face.name() + "-in");
        boolean out = point.equals(face.name() + "-out");
        Stream<AccessGroup> own =
                firewall.accessGroups().stream()
                        .filter(g -> (in && names(g.in(), face)) || (out && names(g.out(), face)));
        Stream<AccessGroup> global =
                firewall.accessGroups().stream()
                        .filter(g -> in && g.in().isEmpty() && g.out().isEmpty());
        return Stream.concat(own, global).map(AccessGroup::list);
    }

    private static boolean names(Optional<String> name, DeviceInterface face) {
        return name.filter(n -> n.equals(face.name()) || n.equals(face.zone().orElse("")))
                .isPresent();
    }

    /// Before the first rule of its list that says the opposite of it for any of its packets, else
    /// at the end.
    private static List<FilterRule> inserted(Firewall firewall, FilterRule added) {
        List<FilterRule> rules = new ArrayList<>(firewall.rules());
        int at = 0;
        while (at < rules.size() && !Opposition.between(rules.get(at), added)) {
            at++;
        }
        rules.add(at, added);
        return rules;
    }
}
