package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.Optional;

/// Whom objects of Linkerd are about: pods of their namespace, members of the mesh.
public record LinkerdScope(String cluster, String mesh) {
    Expr<Peer> pods(String namespace, LabelSelector selector) {
        return selector.pods(cluster, Optional.of(namespace));
    }

    /// Those that annotations are about.
    Expr<Peer> pods(LinkerdPolicies.Annotated annotated) {
        return Expr.allOf(pods(annotated.namespace(), annotated.pods()), annotated.which());
    }

    public Expr<Peer> members() {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, mesh, new Text.Present()));
    }
}
