package io.portolan.model.compile.need;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;

/// Which addresses others see of an element, and how a rule names them.
public final class Seen {
    private final Ground ground;
    private final Inside inside;

    public Seen(Ground ground) {
        this.ground = ground;
        this.inside = new Inside(ground.design());
    }

    /// The source of a connection as seen outside of its own network.
    public Expr<Peer> source(Need need) {
        return need.snat()
                .map(address -> Terms.at(List.of(address.asBlock())))
                .orElseGet(() -> source(need.from(), need.to()));
    }

    private Expr<Peer> source(ElementId from, ElementId to) {
        Optional<Cluster> cluster = ground.clusterOf(from);
        Element element = ground.design().find(from).orElseThrow();
        if (element instanceof Gateway gateway && gateway.snat().isPresent()) {
            return Terms.at(Addresses.blocks(gateway.snat().stream().toList()));
        }
        if (cluster.isEmpty()) {
            return peer(element);
        }
        boolean leaves = !ground.clusterOf(to).equals(cluster);
        boolean asNode = element instanceof Workload w && w.hostNetwork();
        return asNode || (leaves && ground.masquerades(cluster.get()))
                ? known(
                        cluster.get().nodeRanges(),
                        "the node addresses of %s are".formatted(cluster.get().id()))
                : peer(element);
    }

    /// An element at its own addresses.
    public Expr<Peer> peer(Element element) {
        List<Cidr> own = Addresses.own(element);
        if (element instanceof Internet internet && internet.ranges().isEmpty()) {
            return inside.outside();
        }
        if (own.isEmpty() && !Names.of(element).isEmpty()) {
            return named(Names.of(element));
        }
        Optional<Cluster> cluster = ground.clusterOf(element.id());
        return cluster.isPresent() && own.isEmpty()
                ? known(
                        ranges(element, cluster.get()),
                        "the pod addresses of %s are".formatted(cluster.get().id()))
                : known(own, "the address of %s is".formatted(element.id()));
    }

    private static List<Cidr> ranges(Element element, Cluster cluster) {
        return element instanceof Workload w && w.hostNetwork()
                ? cluster.nodeRanges()
                : cluster.podRanges();
    }

    /// What the design does not say is not guessed: such a rule decides nothing for sure.
    private static Expr<Peer> known(List<Cidr> blocks, String what) {
        return blocks.isEmpty()
                ? new Expr.Unknown<>(what + " not in the design")
                : Terms.at(blocks);
    }

    /// DNS names, for those who can resolve them themselves.
    private static Expr<Peer> named(List<String> names) {
        return Terms.union(
                names.stream().map(n -> Expr.<Peer>is(new Peer.Domain(Names.text(n)))).toList());
    }

    /// The same for a filter that knows addresses only: what it has a name for alone stays open.
    public static Expr<Peer> withoutNames(Expr<Peer> peer) {
        return switch (peer) {
            case Expr.Is<Peer>(Peer.Domain(Text name)) ->
                    new Expr.Unknown<>("only a name is known, no address: " + name.words());
            case Expr.AnyOf<Peer>(List<Expr<Peer>> terms) ->
                    new Expr.AnyOf<>(terms.stream().map(Seen::withoutNames).toList());
            case Expr.Any<Peer> _,
                    Expr.Is<Peer> _,
                    Expr.AllOf<Peer> _,
                    Expr.Not<Peer> _,
                    Expr.Named<Peer> _,
                    Expr.Unknown<Peer> _ ->
                    peer;
        };
    }

    /// Whoever has one of these addresses.
    public static Expr<Peer> addresses(List<Address> addresses) {
        return Terms.at(Addresses.blocks(addresses));
    }
}
