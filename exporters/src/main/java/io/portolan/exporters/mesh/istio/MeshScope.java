package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.Optional;

/// Whom objects of Istio govern: pods of their namespace; in the root namespace those of all.
/// `path` is where the members of the mesh are governed.
public record MeshScope(String cluster, String mesh, String rootNamespace, DataPath path) {

    /// Pods of every namespace.
    Expr<Peer> everywhere(LabelSelector selector) {
        return governed(rootNamespace, selector);
    }

    Expr<Peer> governed(String namespace, LabelSelector selector) {
        return selector.pods(
                cluster, Optional.of(namespace).filter(name -> !name.equals(rootNamespace)));
    }

    /// The members of the mesh.
    Expr<Peer> members() {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, mesh, new Text.Present()));
    }
}
