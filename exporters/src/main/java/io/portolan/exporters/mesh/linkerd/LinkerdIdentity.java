package io.portolan.exporters.mesh.linkerd;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

/// The names that Linkerd gives to workloads:
/// `account.namespace.serviceaccount.identity.linkerd.trust-domain`.
final class LinkerdIdentity {
    static final Text ANY = new Text.Present();
    static final Expr<Peer> AUTHENTICATED = Expr.is(new Peer.Principal(ANY, ANY, ANY));
    private static final String MIDDLE = ".serviceaccount.identity.linkerd.";

    private LinkerdIdentity() {}

    /// A whole name, `*` for whoever proves one, or `*.` before the end of names.
    static Expr<Peer> of(String pattern) {
        if (pattern.equals("*")) {
            return AUTHENTICATED;
        }
        int middle = pattern.indexOf(MIDDLE);
        String[] front = middle < 0 ? new String[0] : pattern.substring(0, middle).split("\\.", -1);
        if (front.length != 2 || front[1].equals("*")) {
            return unknown(pattern);
        }
        Text domain = new Text.Exact(pattern.substring(middle + MIDDLE.length()));
        Text account = front[0].equals("*") ? ANY : new Text.Exact(front[0]);
        return Expr.is(new Peer.Principal(domain, new Text.Exact(front[1]), account));
    }

    private static Expr<Peer> unknown(String pattern) {
        return Expr.allOf(
                AUTHENTICATED,
                new Expr.Unknown<>("the identity %s is not analysed".formatted(pattern)));
    }

    static Expr<Peer> account(String namespace, String name) {
        return Expr.is(new Peer.Principal(ANY, new Text.Exact(namespace), new Text.Exact(name)));
    }

    static Expr<Peer> namespace(String name) {
        return Expr.is(new Peer.Principal(ANY, new Text.Exact(name), ANY));
    }
}
