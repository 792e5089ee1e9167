package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;

/// Whom objects of Istio govern: pods of their namespace; in the root namespace those of all.
/// `path` is where the members of the mesh are governed.
public record MeshScope(
        String cluster, String mesh, String rootNamespace, DataPath path, Exports exports) {
    /// Where nothing is, for reading objects for nothing but their faults.
    static final MeshScope NOWHERE =
            new MeshScope("", "", "", DataPath.SIDECAR, Exports.EVERYWHERE);

    /// Pods of every namespace.
    Expr<Peer> everywhere(LabelSelector selector) {
        return governed(rootNamespace, selector);
    }

    Expr<Peer> governed(String namespace, LabelSelector selector) {
        return selector.pods(
                cluster, Optional.of(namespace).filter(name -> !name.equals(rootNamespace)));
    }

    /// The pods of some namespaces; without any named, of all.
    Expr<Peer> in(List<String> namespaces) {
        return namespaces.isEmpty()
                ? Expr.any()
                : IstioText.union(
                        namespaces.stream()
                                .map(name ->
                                        LabelSelector.EVERYTHING.pods(cluster, Optional.of(name))));
    }

    /// Whether an object with that selector governs the pods of a proxy.
    boolean selects(Manifest object, LabelSelector selector, IstioProxy proxy) {
        boolean near =
                object.namespace().equals(proxy.namespace())
                        || object.namespace().equals(rootNamespace);
        return near && selector.matches(proxy.labels());
    }

    /// The members of the mesh.
    public Expr<Peer> members() {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, mesh, new Text.Present()));
    }
}
