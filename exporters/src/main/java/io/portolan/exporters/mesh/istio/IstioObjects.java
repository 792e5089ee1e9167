package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.text.NameShortener;
import io.portolan.exporters.text.Yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The objects to write, by cluster and namespace.
final class IstioObjects {
    private static final int LONGEST_NAME = 253;

    /// Where objects stand: `cluster/namespace`.
    record Home(String cluster, String namespace) implements Comparable<Home> {
        @Override
        public int compareTo(Home other) {
            return (cluster + "/" + namespace).compareTo(other.cluster + "/" + other.namespace);
        }
    }

    private final SortedMap<Home, List<Yaml>> objects = new TreeMap<>();
    private final Map<Home, Set<String>> names = new TreeMap<>();

    SortedMap<Home, List<Yaml>> all() {
        return objects;
    }

    void add(Home home, Header header, Yaml spec) {
        Yaml.Mapping metadata =
                Yaml.map().with("name", unused(home, header)).with("namespace", home.namespace());
        if (!header.flows().isEmpty()) {
            String flows = String.join(",", new TreeSet<>(header.flows()));
            metadata = metadata.with("annotations", Yaml.map().with("portolan.dev/flows", flows));
        }
        objects.computeIfAbsent(home, _ -> new ArrayList<>())
                .add(
                        Yaml.map()
                                .with("apiVersion", header.apiVersion())
                                .with("kind", header.kind())
                                .with("metadata", metadata)
                                .with("spec", spec));
    }

    /// What stands above the `spec` of an object.
    record Header(String apiVersion, String kind, String name, Set<String> flows) {}

    private String unused(Home home, Header header) {
        String own = header.name().replaceFirst("^" + home.namespace() + "/", "");
        String plain =
                new NameShortener(LONGEST_NAME, "[^a-z0-9.-]")
                        .shorten(
                                own.toLowerCase(Locale.ROOT)
                                        .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", ""));
        Set<String> taken = names.computeIfAbsent(home, _ -> new TreeSet<>());
        String name = plain;
        for (int i = 2; !taken.add(header.kind() + " " + name); i++) {
            name = plain + "-" + i;
        }
        return name;
    }
}
