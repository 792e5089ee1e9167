package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Selectors about namespaces and service accounts, turned into selectors about endpoints, as
/// Calico itself does: the labels that they ask for are carried by the endpoint under a prefix.
final class Selectors {
    private static final Selector IN_A_NAMESPACE =
            new Selector.Label(LabelIndex.NAMESPACE, new Text.Present());

    private Selectors() {}

    /// Endpoints of one namespace.
    static Selector inNamespace(String name) {
        return new Selector.Label(LabelIndex.NAMESPACE, new Text.Exact(name));
    }

    /// Endpoints of the namespaces that are selected. `all()` means every namespace, which leaves
    /// out what is in none; a negated test on a label does not.
    static Selector namespaces(Selector selector) {
        return prefixed(selector, PodSelector.NAMESPACE_PREFIX, IN_A_NAMESPACE);
    }

    static Selector accounts(Selector selector) {
        return prefixed(selector, PodSelector.ACCOUNT_PREFIX, new Selector.All());
    }

    static Selector accounts(CalicoRule.Accounts accounts) {
        Optional<Selector> names =
                Optional.of(accounts.names())
                        .filter(list -> !list.isEmpty())
                        .map(list -> new Text.OneOf(new TreeSet<>(list)))
                        .map(test -> new Selector.Label("projectcalico.org/serviceaccount", test));
        Optional<Selector> labels = accounts.selector().map(Selectors::accounts);
        return both(names, labels).orElse(new Selector.All());
    }

    /// What both ask for; nothing where neither is written.
    static Optional<Selector> both(Optional<Selector> one, Optional<Selector> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().and(other.get()))
                : one.or(() -> other);
    }

    private static Selector prefixed(Selector selector, String prefix, Selector all) {
        Function<Selector, Selector> inner = term -> prefixed(term, prefix, all);
        return switch (selector) {
            case Selector.All() -> all;
            case Selector.Global() -> new Selector.Not(IN_A_NAMESPACE);
            case Selector.Label(var key, var test) -> new Selector.Label(prefix + key, test);
            case Selector.Not(var term) -> new Selector.Not(inner.apply(term));
            case Selector.And(var terms) -> new Selector.And(mapped(terms, inner));
            case Selector.Or(var terms) -> new Selector.Or(mapped(terms, inner));
        };
    }

    private static List<Selector> mapped(List<Selector> terms, Function<Selector, Selector> each) {
        return terms.stream().map(each).toList();
    }
}
