package io.portolan.exporters.mesh.consul;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Map;

/// The services of a mesh by the names that Consul gives them, with the pods behind each; `mesh` is
/// the group of all members. Who proves to be a service is one of its pods.
public record ConsulServices(String mesh, Map<String, Expr<Peer>> pods) {
    private static final Text ANY = new Text.Present();

    /// A connection with a certificate of the mesh.
    static final Expr<Peer> CERTIFIED = Expr.is(new Peer.Principal(ANY, ANY, ANY));

    public ConsulServices {
        pods = Map.copyOf(pods);
    }

    public Expr<Peer> members() {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, mesh, ANY));
    }

    /// The pods of a service, of all services for `*`. A name that nobody carries means nobody
    /// here: its pods may be elsewhere.
    Expr<Peer> named(String name) {
        return name.equals("*") ? members() : pods.getOrDefault(name, new Expr.AnyOf<>(List.of()));
    }

    /// The pods of a service; of a name that nobody carries: perhaps any member, for a pod may be
    /// registered under another name than that of its Service.
    Expr<Peer> namedOrElsewhere(String name) {
        return name.equals("*") || pods.containsKey(name)
                ? named(name)
                : Expr.allOf(members(), new Expr.Unknown<>("no manifest has the service " + name));
    }

    /// Who proves to be a service; of a name that nobody carries: perhaps anybody with a
    /// certificate.
    Expr<Peer> proven(String name) {
        return name.equals("*") || pods.containsKey(name)
                ? named(name)
                : Expr.allOf(CERTIFIED, new Expr.Unknown<>("no manifest has the service " + name));
    }
}
