package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;

/// Whom objects of Istio govern: pods of their namespace; in the root namespace those of all.
/// `path` is where the members of the mesh are governed.
public record MeshScope(String cluster, String mesh, String rootNamespace, DataPath path) {

    /// Pods of every namespace.
    Expr<Peer> everywhere(LabelSelector selector) {
        return governed(rootNamespace, selector);
    }

    Expr<Peer> governed(String namespace, LabelSelector selector) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(Expr.is(new Peer.OfKind(PeerKind.POD)));
        terms.add(labelled(LabelOwner.CLUSTER, "name", cluster));
        if (!namespace.equals(rootNamespace)) {
            terms.add(labelled(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name", namespace));
        }
        terms.addAll(selector.over(LabelOwner.WORKLOAD));
        return new Expr.AllOf<>(terms);
    }

    /// The members of the mesh.
    Expr<Peer> members() {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, mesh, new Text.Present()));
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }
}
