package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoRule.Accounts;
import io.portolan.exporters.kubernetes.calico.CalicoRule.Entity;
import io.portolan.exporters.kubernetes.calico.CalicoRule.Port;
import io.portolan.exporters.kubernetes.calico.CalicoRule.ServiceName;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortRange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `source` or `destination` of a rule in a policy of `namespace`.
record EntityReader(Optional<String> namespace) {
    private static final Set<String> FIELDS =
            Set.of(
                    "nets",
                    "notNets",
                    "selector",
                    "notSelector",
                    "namespaceSelector",
                    "serviceAccounts",
                    "services",
                    "ports",
                    "notPorts");

    /// The fields that are written and not known.
    static List<String> unknown(Part part, Set<String> known) {
        return part.fields().entrySet().stream()
                .filter(e -> !known.contains(e.getKey()) && !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    Entity read(Part entity) {
        Part services = entity.get("services");
        if (services.isPresent()) {
            checkAlone(entity);
        }
        checkGlobal(entity.get("selector"));
        return new Entity(
                CalicoManifests.nets(entity.get("nets")),
                CalicoManifests.nets(entity.get("notNets")),
                selector(entity.get("selector")),
                selector(entity.get("notSelector")),
                selector(entity.get("namespaceSelector")),
                accounts(entity.get("serviceAccounts")),
                service(services),
                ports(entity.get("ports")),
                ports(entity.get("notPorts")),
                unknown(entity, FIELDS));
    }

    /// An empty text, and `{}` in its place, is a selector that is not written.
    static Optional<Selector> selector(Part part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(SelectorParser.parse(part));
    }

    private static Optional<Accounts> accounts(Part part) {
        if (part.isAbsent()) {
            return Optional.empty();
        }
        return Optional.of(new Accounts(part.get("names").texts(), selector(part.get("selector"))));
    }

    private Optional<ServiceName> service(Part part) {
        if (part.isAbsent()) {
            return Optional.empty();
        }
        String name = part.get("name").text("");
        Optional<String> home = part.get("namespace").text().or(() -> namespace);
        if (name.isEmpty() || home.isEmpty()) {
            throw new Part.Unfit(
                    part, "A match on services needs the name of the service and its namespace.");
        }
        return Optional.of(new ServiceName(home.get(), name));
    }

    private static void checkAlone(Part entity) {
        for (String other :
                List.of(
                        "selector",
                        "notSelector",
                        "namespaceSelector",
                        "serviceAccounts",
                        "nets",
                        "notNets")) {
            Part part = entity.get(other);
            if (!part.isEmpty()) {
                throw new Part.Unfit(
                        part, "A match on services stands alone. Take out %s.".formatted(other));
            }
        }
    }

    private static void checkGlobal(Part selector) {
        if (!selector.isEmpty() && selector.text("").contains("global()")) {
            throw new Part.Unfit(
                    selector, "The test global() is for a namespaceSelector. Write it there.");
        }
    }

    private static List<Port> ports(Part list) {
        return list.items().stream().map(EntityReader::port).toList();
    }

    private static Port port(Part part) {
        String text = part.text("");
        if (text.matches("[0-9]{1,5}(:[0-9]{1,5})?")) {
            return new Port.Numbers(range(part, text));
        }
        if (text.isEmpty() || !text.matches("[a-zA-Z0-9_.-]{1,128}")) {
            throw new Part.Unfit(
                    part,
                    "The port (%s) must be a number, a range like 80:90 or a name."
                            .formatted(text));
        }
        return new Port.Named(text);
    }

    private static PortRange range(Part part, String text) {
        String[] ends = text.split(":", -1);
        try {
            return new PortRange(
                    Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new Part.Unfit(part, String.valueOf(e.getMessage()));
        }
    }
}
