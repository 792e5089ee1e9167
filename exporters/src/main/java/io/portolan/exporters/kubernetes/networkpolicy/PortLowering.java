package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Port;
import io.portolan.exporters.manifest.Conjunctions;
import io.portolan.exporters.manifest.Conjunctions.Literal;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Traffic of the plan as entries of `ports`. What cannot be written is left out and told.
final class PortLowering {
    private static final String LEAVE =
            "NetworkPolicy cannot tell it apart; use a dialect that can, or allow every protocol.";

    private PortLowering() {}

    /// What a rule allows: everything, or these ports (none left: nothing).
    sealed interface Ports {
        record Everything() implements Ports {}

        record These(List<Port> ports) implements Ports {}
    }

    static Ports ports(Expr<Traffic> expression, Consumer<Unwritable> gaps) {
        List<Port> ports = new ArrayList<>();
        for (List<Literal<Traffic>> conjunction : Conjunctions.of(expression)) {
            if (conjunction.isEmpty()) {
                return new Ports.Everything();
            }
            try {
                ports(conjunction).filter(p -> !ports.contains(p)).forEach(ports::add);
            } catch (Unwritable e) {
                gaps.accept(e);
            }
        }
        return new Ports.These(ports);
    }

    private static Stream<Port> ports(List<Literal<Traffic>> conjunction) {
        if (conjunction.size() == 1 && conjunction.getFirst() instanceof Literal.Holds(var atom)) {
            return ports(atom);
        }
        return numbers(conjunction);
    }

    private static Stream<Port> ports(Traffic atom) {
        return switch (atom) {
            case Traffic.Ports found -> numbers(found.transport(), destination(found));
            case Traffic.NamedPort(var transport, var name) ->
                    Stream.of(new Port.Named(transport, name));
            case Traffic.Icmp _ -> throw new Unwritable("ICMP cannot be allowed by itself", LEAVE);
            case Traffic.IpProtocol(int number) -> {
                Optional<Transport> transport = new Protocol(number).transport();
                yield Stream.of(
                        new Port.All(
                                transport.orElseThrow(() ->
                                        new Unwritable(
                                                "IP protocol %d has no ports".formatted(number),
                                                LEAVE))));
            }
        };
    }

    private static PortSet destination(Traffic.Ports found) {
        if (!found.source().equals(PortSet.ALL)) {
            throw new Unwritable(
                    "NetworkPolicy does not know source ports", "Leave the source port open.");
        }
        return found.destination();
    }

    /// `these ports but not those` of one transport.
    private static Stream<Port> numbers(List<Literal<Traffic>> conjunction) {
        Optional<Transport> transport = Optional.empty();
        PortSet ports = PortSet.ALL;
        for (Literal<Traffic> literal : conjunction) {
            if (literal instanceof Literal.Holds(Traffic.Ports found)) {
                transport = Optional.of(same(transport, found.transport()));
                ports = ports.intersection(destination(found));
            } else if (literal instanceof Literal.Fails(Traffic.Ports found)) {
                transport = Optional.of(same(transport, found.transport()));
                ports = ports.minus(destination(found));
            } else {
                throw new Unwritable("this combination of protocols has no words", LEAVE);
            }
        }
        boolean positive = conjunction.stream().anyMatch(l -> l instanceof Literal.Holds);
        if (transport.isEmpty() || !positive) {
            throw new Unwritable("all traffic but some has no words", LEAVE);
        }
        return numbers(transport.get(), ports);
    }

    private static Transport same(Optional<Transport> before, Transport transport) {
        if (before.isPresent() && before.get() != transport) {
            throw new Unwritable("this combination of protocols has no words", LEAVE);
        }
        return transport;
    }

    private static Stream<Port> numbers(Transport transport, PortSet ports) {
        if (ports.equals(PortSet.ALL)) {
            return Stream.of(new Port.All(transport));
        }
        return ports.ranges().stream()
                .filter(range -> range.high() > 0)
                .map(range -> new PortRange(Math.max(1, range.low()), range.high()))
                .map(range -> new Port.Numbers(transport, range));
    }
}
