package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.design.FilterRule;
import io.portolan.model.net.Cidr;

import java.util.List;

/// Whether two rules of one list say different things of some packet.
final class Opposition {
    private Opposition() {}

    static boolean between(FilterRule rule, FilterRule added) {
        return rule.action() != added.action()
                && rule.list().equals(added.list())
                && meet(rule.sources(), added.sources())
                && meet(rule.destinations(), added.destinations())
                && rule.protocol().filter(p -> !p.equals(added.protocol().orElse(p))).isEmpty()
                && rule.ports()
                        .filter(p ->
                                added.ports().filter(q -> p.intersection(q).isEmpty()).isPresent())
                        .isEmpty();
    }

    private static boolean meet(List<Cidr> any, List<Cidr> some) {
        return any.isEmpty()
                || any.stream().anyMatch(a -> some.stream().anyMatch(b -> a.overlaps(b)));
    }
}
