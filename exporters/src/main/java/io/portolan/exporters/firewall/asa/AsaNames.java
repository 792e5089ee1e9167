package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.Network;
import io.portolan.exporters.firewall.asa.AsaConfig.Service;
import io.portolan.exporters.text.NameShortener;
import io.portolan.model.net.Cidr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The objects of one configuration: equal contents get one object, named after its first user.
final class AsaNames {
    /// The longest name of an object or access list that we write (ASA takes 64 characters).
    private static final int LONGEST = 64;

    private final NameShortener names = new NameShortener(LONGEST, "[^A-Za-z0-9_.-]");
    private final SequencedMap<List<Cidr>, Network> groups = new LinkedHashMap<>();
    private final SequencedMap<String, Network> fqdns = new LinkedHashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();

    Network group(String user, List<Cidr> blocks) {
        return groups.computeIfAbsent(
                blocks, b -> new Network(names.shorten(user), b, Optional.empty()));
    }

    Network fqdn(String name) {
        return fqdns.computeIfAbsent(
                name, n -> new Network(names.shorten("FQDN-" + n), List.of(), Optional.of(n)));
    }

    Service service(String transport, int port) {
        String name = transport + "-" + port;
        return services.computeIfAbsent(name, n -> new Service(n, transport, port));
    }

    String list(String bound) {
        return names.shorten(bound);
    }

    List<Network> networks() {
        List<Network> all = new ArrayList<>(groups.values());
        all.addAll(fqdns.values());
        return all;
    }

    List<Service> services() {
        return List.copyOf(services.values());
    }
}
