package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Peer;
import io.portolan.exporters.manifest.Conjunctions;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.LabelSelector.Operator;
import io.portolan.exporters.manifest.LabelSelector.Requirement;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Peers of the plan as entries of `from` and `to`. What cannot be written is left out, which makes
/// an allowing rule narrower, and told.
final class PeerLowering {
    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final String cluster;

    PeerLowering(String cluster) {
        this.cluster = cluster;
    }

    /// Whom a rule of a policy in `namespace` names: nobody left, everybody, or these.
    sealed interface Peers {
        record Everybody() implements Peers {}

        record These(List<Peer> peers) implements Peers {}
    }

    Peers peers(
            Expr<io.portolan.model.policy.Peer> expression,
            String namespace,
            Consumer<Unwritable> gaps) {
        List<Peer> peers = new ArrayList<>();
        for (var conjunction : Conjunctions.of(expression)) {
            try {
                SelectorTerms terms = SelectorTerms.of(conjunction, cluster);
                if (terms.isEverybody() && terms.except().isEmpty()) {
                    return new Peers.Everybody();
                }
                peers(terms, namespace).stream()
                        .filter(p -> !peers.contains(p))
                        .forEach(peers::add);
            } catch (Unwritable e) {
                gaps.accept(e);
            }
        }
        return new Peers.These(peers);
    }

    private static List<Peer> peers(SelectorTerms terms, String namespace) {
        if (terms.isAddressed() || !terms.except().isEmpty()) {
            return addresses(terms);
        }
        LabelSelector namespaces = terms.namespaces();
        boolean own = namespaces.requirements().equals(List.of(named(namespace)));
        return List.of(
                new Peer.Pods(own ? Optional.empty() : Optional.of(namespaces), terms.pods()));
    }

    private static Requirement named(String namespace) {
        return new Requirement(NAMESPACE_NAME, Operator.IN, Set.of(namespace));
    }

    private static List<Peer> addresses(SelectorTerms terms) {
        if (terms.selectsPods()) {
            throw new Unwritable(
                    "pods cannot be selected by address and label at once",
                    "Select them by labels alone.");
        }
        if (terms.blocks().isEmpty()) {
            throw new Unwritable(
                    "the addresses of this peer are not in the design",
                    "Give the element its address ranges.");
        }
        return terms.blocks().stream()
                .filter(block -> terms.except().stream().noneMatch(e -> e.contains(block)))
                .<Peer>map(block -> new Peer.Addresses(block, inside(block, terms.except())))
                .toList();
    }

    private static List<Cidr> inside(Cidr block, List<Cidr> except) {
        return except.stream().filter(block::contains).sorted().distinct().toList();
    }

    /// The namespace and the selector of the pods that a policy governs.
    record Subject(String namespace, LabelSelector pods) {}

    Subject subject(Expr<io.portolan.model.policy.Peer> expression) {
        var conjunctions = Conjunctions.of(expression);
        if (conjunctions.size() != 1) {
            throw new Unwritable(
                    "a NetworkPolicy has one pod selector", "Split the policy by its subjects.");
        }
        SelectorTerms terms = SelectorTerms.of(conjunctions.getFirst(), cluster);
        List<Requirement> namespaces = terms.namespaces().requirements();
        boolean single =
                namespaces.size() == 1
                        && namespaces.getFirst().key().equals(NAMESPACE_NAME)
                        && namespaces.getFirst().operator() == Operator.IN
                        && namespaces.getFirst().values().size() == 1;
        if (!single || terms.isAddressed()) {
            throw new Unwritable(
                    "a NetworkPolicy governs pods of one namespace",
                    "Use a cluster-wide policy, or one policy for each namespace.");
        }
        return new Subject(namespaces.getFirst().values().iterator().next(), terms.pods());
    }
}
