package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.HostPort;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.Transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// ServiceEntries for what is outside the mesh: services of others, by name and address.
final class ServiceEntryReader implements KindReader {
    private final ClusterEstate estate;
    private final IstioHosts hosts;

    ServiceEntryReader(ClusterEstate estate, IstioHosts hosts) {
        this.estate = estate;
        this.hosts = hosts;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of("networking.istio.io"), List.of("ServiceEntry"));
    }

    /// Hosts without addresses are each somebody else; hosts at the same addresses are one with
    /// several names.
    @Override
    public void read(Manifest manifest) {
        Part spec = manifest.spec();
        List<String> names = spec.get("hosts").texts();
        List<Cidr> addresses = addresses(spec);
        names.forEach(n -> hosts.register(manifest, n, addresses, ports(spec)));
        if (addresses.isEmpty()) {
            names.forEach(n -> add(manifest, names.size() == 1 ? manifest.name() : n, List.of(n)));
        } else {
            add(manifest, manifest.name(), names);
        }
    }

    private void add(Manifest manifest, String label, List<String> names) {
        Part spec = manifest.spec();
        ElementId id = estate.idFor("external/" + manifest.namespace() + "/" + label, "api");
        estate.add(WaypointUse.of(id, manifest));
        estate.add(
                new ExternalApi(
                        id,
                        label,
                        Optional.empty(),
                        About.NOTHING,
                        names,
                        addresses(spec),
                        ports(spec)));
    }

    private static List<Cidr> addresses(Part spec) {
        Stream<String> endpoints =
                spec.get("endpoints").items().stream()
                        .flatMap(e -> e.get("address").text().stream());
        return Stream.concat(spec.get("addresses").texts().stream(), endpoints)
                .filter(text -> text.matches("[0-9.]+(/[0-9]+)?|[0-9a-fA-F:]+(/[0-9]+)?"))
                .map(Cidr::parse)
                .distinct()
                .toList();
    }

    private static List<HostPort> ports(Part spec) {
        return spec.get("ports").items().stream().flatMap(ServiceEntryReader::port).toList();
    }

    private static Stream<HostPort> port(Part port) {
        int number = port.get("number").number().orElse(0);
        String protocol = port.get("protocol").text("TCP").toLowerCase(Locale.ROOT);
        return number < 1 || number > 65535
                ? Stream.empty()
                : Stream.of(
                        new HostPort(
                                protocol.equals("udp") ? Transport.UDP : Transport.TCP,
                                number,
                                Optional.of(protocol).filter(p -> !p.equals("tcp"))));
    }
}
