package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;

/// Whom objects of Linkerd are about: pods of their namespace, members of the mesh.
public record LinkerdScope(String cluster, String mesh) {
    Expr<Peer> pods(String namespace, LabelSelector selector) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(Expr.is(new Peer.OfKind(PeerKind.POD)));
        terms.add(labelled(LabelOwner.CLUSTER, "name", cluster));
        terms.add(labelled(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name", namespace));
        terms.addAll(selector.over(LabelOwner.WORKLOAD));
        return new Expr.AllOf<>(terms);
    }

    Expr<Peer> members() {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, mesh, new Text.Present()));
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }
}
