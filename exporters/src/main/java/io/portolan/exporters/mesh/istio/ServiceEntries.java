package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.mesh.istio.IstioObjects.Header;
import io.portolan.exporters.mesh.istio.IstioObjects.Home;
import io.portolan.exporters.text.Yaml;
import io.portolan.model.design.Design;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Flow;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Intent;
import io.portolan.model.design.Mesh;
import io.portolan.model.net.Cidr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A ServiceEntry for each external API that members of a mesh shall reach, in the namespaces of
/// those that do.
final class ServiceEntries {
    private final Design design;
    private final MeshHomes homes;
    private final IstioObjects objects;

    ServiceEntries(Design design, IstioObjects objects) {
        this.design = design;
        this.homes = new MeshHomes(design);
        this.objects = objects;
    }

    private record Use(Home home, ExternalApi api) {}

    void add(Mesh mesh) {
        SortedMap<String, Use> uses = new TreeMap<>();
        SortedMap<String, TreeSet<String>> flows = new TreeMap<>();
        for (Flow flow : design.flows().values()) {
            if (flow.intent() == Intent.ALLOW && homes.isMember(mesh, flow.from())) {
                use(flow)
                        .ifPresent(found -> {
                            String key = found.home() + " " + found.api().id();
                            uses.put(key, found);
                            flows.computeIfAbsent(key, _ -> new TreeSet<>()).add(flow.id());
                        });
            }
        }
        uses.forEach((key, use) -> add(use, flows.getOrDefault(key, new TreeSet<>())));
    }

    private Optional<Use> use(Flow flow) {
        return design.find(flow.to(), ExternalApi.class)
                .flatMap(api ->
                        design.find(flow.from())
                                .flatMap(homes::of)
                                .map(home -> new Use(home, api)));
    }

    private void add(Use use, Set<String> flows) {
        String name = use.api().id().value().replace('/', '-');
        Header header = new Header("networking.istio.io/v1", "ServiceEntry", name, flows);
        objects.add(use.home(), header, spec(use.api()));
    }

    private static Yaml spec(ExternalApi api) {
        Yaml.Mapping spec = Yaml.map().with("hosts", Yaml.texts(hosts(api)));
        if (!api.ranges().isEmpty()) {
            spec =
                    spec.with(
                            "addresses",
                            Yaml.texts(api.ranges().stream().map(ServiceEntries::text).toList()));
        }
        if (!api.ports().isEmpty()) {
            spec =
                    spec.with(
                            "ports",
                            Yaml.list(api.ports().stream().map(ServiceEntries::port).toList()));
        }
        spec = spec.with("location", "MESH_EXTERNAL").with("resolution", resolution(api));
        if (resolution(api).equals("STATIC")) {
            List<Yaml> endpoints = new ArrayList<>();
            api.ranges()
                    .forEach(r -> endpoints.add(Yaml.map().with("address", r.first().toString())));
            spec = spec.with("endpoints", Yaml.list(endpoints));
        }
        return spec.with("exportTo", Yaml.texts(List.of(".")));
    }

    /// A host is required even of what is known by its addresses alone.
    private static List<String> hosts(ExternalApi api) {
        return api.names().isEmpty()
                ? List.of(api.id().value().replaceAll("[^a-z0-9.-]", "-") + ".external")
                : api.names();
    }

    private static String text(Cidr block) {
        return isSingle(block) ? block.first().toString() : block.toString();
    }

    private static boolean isSingle(Cidr block) {
        return block.length() == block.first().bits();
    }

    /// Wildcards and ranges go where the client resolved them.
    private static String resolution(ExternalApi api) {
        boolean wildcard = api.names().stream().anyMatch(n -> n.startsWith("*"));
        boolean single = api.ranges().stream().allMatch(ServiceEntries::isSingle);
        if (wildcard || !single) {
            return "NONE";
        }
        return api.ranges().isEmpty() ? "DNS" : "STATIC";
    }

    private static Yaml port(HostPort port) {
        String protocol = protocol(port);
        return Yaml.map()
                .with("number", port.port())
                .with("name", protocol.toLowerCase(Locale.ROOT) + "-" + port.port())
                .with("protocol", protocol);
    }

    /// The protocol as the sidecar has to read it; what the client encrypts itself is TLS to it.
    private static String protocol(HostPort port) {
        return switch (port.application().orElse("").toLowerCase(Locale.ROOT)) {
            case "http" -> "HTTP";
            case "http2" -> "HTTP2";
            case "grpc" -> "GRPC";
            case "https", "tls" -> "TLS";
            case "mongo" -> "MONGO";
            default -> "TCP";
        };
    }
}
