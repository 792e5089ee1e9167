package io.portolan.model.report;

import io.portolan.model.design.Design;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.reach.TrafficSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the table calls the ends of a relation, each looked up once: a relation names every member
/// thousands of times.
final class TableEnds {
    private final PeerNames names;
    private final IngressRoutes ingress;
    private final Map<String, Optional<Listed>> known = new HashMap<>();
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<Stretch, Label> outside = new HashMap<>();

    /// A member that has rows.
    record Listed(String member, String name, boolean isController, boolean isNameOnly) {}

    /// The text of an end, and what it is sorted by.
    record Label(String text, String key) {}

    private record Stretch(Address first, Address last) {}

    TableEnds(Design design) {
        this.names = new PeerNames(design);
        this.ingress = new IngressRoutes(design);
    }

    /// The member with its name. A Service is a name for its workloads, which have rows of their
    /// own.
    Optional<Listed> find(String member) {
        return known.computeIfAbsent(member, this::look);
    }

    private Optional<Listed> look(String member) {
        if (names.element(member).filter(Service.class::isInstance).isPresent()) {
            return Optional.empty();
        }
        String name = names.nameOf(member);
        boolean controller = name.equals(PeerNames.INGRESS_CONTROLLER);
        return Optional.of(new Listed(member, name, controller, names.isNameOnly(member)));
    }

    /// What of `traffic` the ends themselves leave over: the routes of a controller, the transports
    /// of a name.
    TrafficSet used(Listed source, Listed destination, TrafficSet traffic) {
        TrafficSet asked =
                destination.isNameOnly()
                        ? names.byTransport(destination.member(), traffic)
                        : traffic;
        return source.isController()
                ? ingress.routed(source.member(), destination.member(), asked)
                : asked;
    }

    Label label(String name) {
        return labels.computeIfAbsent(name, n -> new Label(n, n));
    }

    /// Outside ranges stand in the order of their addresses, before all names.
    Label label(OutsideRanges.Range range) {
        return outside.computeIfAbsent(
                new Stretch(range.first(), range.last()),
                r ->
                        new Label(
                                r.first() + "-" + r.last() + "[External]",
                                "%013d".formatted(r.first().low())));
    }
}
