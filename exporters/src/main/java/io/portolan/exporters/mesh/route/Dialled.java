package io.portolan.exporters.mesh.route;

import io.portolan.model.design.ServicePort;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.ServiceNames;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;

import java.util.List;
import java.util.Optional;

/// A host as clients dial it, and whom its proxy chooses among. `pods` are absent where they are
/// nobody of whom the manifests speak: hosts outside the cluster. `parent` is what routes call it
/// that are for it.
public record Dialled(
        String namespace,
        String host,
        String parent,
        Expr<Peer> address,
        Optional<Expr<Peer>> pods,
        List<Port> ports) {
    public Dialled {
        ports = List.copyOf(ports);
    }

    /// A port with what is spoken there.
    public record Port(ServicePort port, Speech speech) {
        public int number() {
            return port.port();
        }
    }

    /// Whether it is nothing but the names of its pods.
    public boolean isHeadless() {
        return !hasAddress() && pods.isPresent();
    }

    /// Whether it can be dialled as such.
    public boolean hasAddress() {
        return !address.equals(Expr.none());
    }

    /// Whether it is the Service of that name.
    public boolean isService(String ofNamespace, String name) {
        return host.equals(ServiceNames.of(name, ofNamespace));
    }

    /// The port of that number.
    public Optional<Port> port(int number) {
        return ports.stream().filter(p -> p.number() == number).findFirst();
    }

    /// What the steps do to connections to a port, in the order in which they are asked.
    public List<Translation> translations(Port port, List<Step> steps) {
        Match match =
                Match.any()
                        .to(address)
                        .on(Expr.is(Traffic.to(Transport.TCP, PortSet.of(port.number()))));
        return steps.stream().flatMap(step -> step.translations(match).stream()).toList();
    }

    /// Whether a translation leads elsewhere than the host itself.
    public boolean isLeft(Translation t) {
        return pods.stream()
                .noneMatch(own -> ports.stream().anyMatch(p -> to(p, own).equals(t.destination())));
    }

    /// Sent to the pods behind a port, or to some of them.
    public Rewrite to(Port port, Expr<Peer> among) {
        return new Rewrite(new Target.Backends(among), target(port.port()));
    }

    private static PortTarget target(ServicePort port) {
        String target = port.target().orElse(Integer.toString(port.port()));
        return target.matches("[0-9]{1,5}")
                ? new PortTarget.ToNumber(Integer.parseInt(target))
                : new PortTarget.ToName(target);
    }
}
