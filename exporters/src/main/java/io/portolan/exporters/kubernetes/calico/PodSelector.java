package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.networkpolicy.PodPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Selectors as expressions over pods. A pod carries its own labels, and under prefixes those of
/// its namespace (`pcns.`) and service account (`pcsa.`).
final class PodSelector {
    static final String NAMESPACE_PREFIX = "pcns.";
    static final String ACCOUNT_PREFIX = "pcsa.";
    private static final String NAME = "projectcalico.org/name";
    private static final String ACCOUNT = "projectcalico.org/serviceaccount";
    private static final String ORCHESTRATOR = "projectcalico.org/orchestrator";
    private static final String METADATA_NAME = "kubernetes.io/metadata.name";

    private final CalicoScope scope;
    private final LabelIndex<CalicoScope.Account> accounts;
    private final Expr<Peer> ofUnknownAccount;

    PodSelector(CalicoScope scope) {
        this.scope = scope;
        List<CalicoScope.Account> known = scope.accounts().keySet().stream().sorted().toList();
        accounts = new LabelIndex<>(known, a -> scope.accounts().getOrDefault(a, Map.of()));
        ofUnknownAccount =
                Expr.allOf(
                        Expr.not(of(known)),
                        new Expr.Unknown<>(
                                "the labels of its service account are not in the manifests"));
    }

    /// The pods of the cluster for which the selector holds.
    Expr<Peer> pods(Selector selector) {
        List<Expr<Peer>> terms = new ArrayList<>(PodPoint.podsOf(scope.cluster()));
        terms.add(over(selector));
        return new Expr.AllOf<>(terms);
    }

    private Expr<Peer> over(Selector selector) {
        return switch (selector) {
            case Selector.All() -> Expr.any();
            case Selector.Global() -> Expr.none();
            case Selector.Label(var key, var test) -> label(key, test);
            case Selector.Not(var term) -> Expr.not(over(term));
            case Selector.And(var terms) ->
                    new Expr.AllOf<>(terms.stream().map(this::over).toList());
            case Selector.Or(var terms) ->
                    new Expr.AnyOf<>(terms.stream().map(this::over).toList());
        };
    }

    private Expr<Peer> label(String key, Text test) {
        if (key.equals(LabelIndex.NAMESPACE) || key.equals(NAMESPACE_PREFIX + NAME)) {
            return labelled(LabelOwner.NAMESPACE, METADATA_NAME, test);
        }
        if (key.equals(ACCOUNT) || key.equals(ACCOUNT_PREFIX + NAME)) {
            return labelled(LabelOwner.SERVICE_ACCOUNT, "name", test);
        }
        if (key.equals(ORCHESTRATOR)) {
            return LabelIndex.fits(test, "k8s") ? Expr.any() : Expr.none();
        }
        if (key.startsWith(NAMESPACE_PREFIX)) {
            String own = key.substring(NAMESPACE_PREFIX.length());
            return labelled(LabelOwner.NAMESPACE, own, test);
        }
        return key.startsWith(ACCOUNT_PREFIX)
                ? account(key.substring(ACCOUNT_PREFIX.length()), test)
                : labelled(LabelOwner.WORKLOAD, key, test);
    }

    /// Pods of the accounts that fulfil the test. Of accounts that are not among the manifests the
    /// labels are not known.
    private Expr<Peer> account(String key, Text test) {
        return Expr.anyOf(of(accounts.selected(new Selector.Label(key, test))), ofUnknownAccount);
    }

    private static Expr<Peer> of(List<CalicoScope.Account> accounts) {
        SequencedMap<String, SortedSet<String>> names = new LinkedHashMap<>();
        accounts.forEach(
                a -> names.computeIfAbsent(a.namespace(), _ -> new TreeSet<>()).add(a.name()));
        List<Expr<Peer>> terms = new ArrayList<>();
        names.forEach((namespace, own) -> terms.add(of(namespace, own)));
        return new Expr.AnyOf<>(terms);
    }

    private static Expr<Peer> of(String namespace, SortedSet<String> names) {
        return Expr.allOf(
                labelled(LabelOwner.NAMESPACE, METADATA_NAME, new Text.Exact(namespace)),
                labelled(LabelOwner.SERVICE_ACCOUNT, "name", new Text.OneOf(names)));
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, Text test) {
        return Expr.is(new Peer.Labelled(owner, key, test));
    }
}
