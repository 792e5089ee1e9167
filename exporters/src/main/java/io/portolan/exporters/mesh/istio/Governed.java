package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Conjunctions;
import io.portolan.exporters.manifest.Conjunctions.Literal;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whom a policy governs, in Istio's terms: a namespace (none: the whole mesh) and exact labels.
record Governed(
        Optional<String> cluster, Optional<String> namespace, SortedMap<String, String> labels) {

    static Governed of(Expr<Peer> subject) {
        var conjunctions = Conjunctions.of(subject);
        if (conjunctions.size() != 1) {
            throw refused("a union of several selections");
        }
        Governed governed = new Governed(Optional.empty(), Optional.empty(), new TreeMap<>());
        for (Literal<Peer> literal : conjunctions.getFirst()) {
            governed = governed.with(literal);
        }
        return governed;
    }

    private Governed with(Literal<Peer> literal) {
        return switch (literal) {
            case Literal.Holds<Peer>(Peer.OfKind(PeerKind kind)) when kind == PeerKind.POD -> this;
            case Literal.Holds<Peer>(Peer.Labelled(var owner, var key, Text.Exact(var value))) ->
                    labelled(owner, key, value);
            case Literal.Holds<Peer>(Peer.Labelled(LabelOwner owner, _, Text.Present _))
                    when owner == LabelOwner.GROUP ->
                    this;
            case Literal.Holds<Peer> _, Literal.Fails<Peer> _, Literal.Undecided<Peer> _ ->
                    throw refused("anything but exact labels");
        };
    }

    private Governed labelled(LabelOwner owner, String key, String value) {
        return switch (owner) {
            case CLUSTER -> new Governed(Optional.of(value), namespace, labels);
            case NAMESPACE -> inNamespace(key, value);
            case WORKLOAD -> {
                SortedMap<String, String> all = new TreeMap<>(labels);
                all.put(key, value);
                yield new Governed(cluster, namespace, all);
            }
            case GROUP -> this;
            case SERVICE_ACCOUNT, NODE, SEGMENT -> throw refused("anything but exact labels");
        };
    }

    private Governed inNamespace(String key, String value) {
        if (!key.equals("kubernetes.io/metadata.name")) {
            throw refused("namespaces by label");
        }
        return new Governed(cluster, Optional.of(value), labels);
    }

    private static Unwritable refused(String what) {
        return new Unwritable(
                "Istio does not select %s".formatted(what),
                "Select pods of one namespace by exact labels.");
    }
}
