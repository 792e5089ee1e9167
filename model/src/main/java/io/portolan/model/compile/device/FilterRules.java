package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.route.Crossing;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// The rules of a packet filter that the flows of the design need.
final class FilterRules {
    private final List<Crossing> crossings;

    FilterRules(List<Crossing> crossings) {
        this.crossings = crossings;
    }

    /// Packets of connections that were let pass before.
    static Rule sessions() {
        Expr<Passage> known =
                Expr.is(
                        new Passage.InState(
                                EnumSet.of(ConnectionState.ESTABLISHED, ConnectionState.RELATED)));
        return Terms.allow(
                "established", Terms.any().passing(known), Terms.builtIn("replies and errors"));
    }

    /// What the flows need here; nothing where the design says that its own rules are all there is.
    List<Rule> derived(Firewall firewall) {
        List<Rule> rules = new ArrayList<>();
        crossings(firewall)
                .forEach(c ->
                        Named.add(
                                rules,
                                c.need().flow().id(),
                                List.of(byAddress(c).passing(interfaces(c)))));
        return rules;
    }

    Stream<Crossing> crossings(Firewall firewall) {
        return firewall.policy() == RuleSource.DERIVED ? crossings(firewall.id()) : Stream.empty();
    }

    private Stream<Crossing> crossings(ElementId device) {
        return crossings.stream().filter(c -> c.device().equals(device.value()));
    }

    /// The connection as the device sees it: a tunnel of a mesh does not leave the cluster.
    static Match between(Crossing crossing) {
        return Terms.any()
                .from(crossing.source())
                .to(crossing.destination())
                .on(crossing.need().traffic());
    }

    /// Only some platforms take names for addresses.
    static Match byAddress(Crossing crossing) {
        return between(crossing)
                .from(Seen.withoutNames(crossing.source()))
                .to(Seen.withoutNames(crossing.destination()));
    }

    private static Expr<Passage> interfaces(Crossing crossing) {
        return Expr.allOf(Terms.enters(crossing.in().name()), Terms.leaves(crossing.out().name()));
    }
}
