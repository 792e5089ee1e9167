package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.clusterpolicy.PodFamilies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.ManifestReader;
import io.portolan.exporters.manifest.Notices;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Importer;
import io.portolan.exporters.spi.Proof;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.Design;
import io.portolan.model.policy.EnforcementPlan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the manifests of one cluster. What it does not know it lists by kind; what the API server
/// would refuse is a problem.
public final class KubernetesImporter implements Importer {
    private static final Proof PROOF =
            new Proof(
                    Proof.Strength.PARSER,
                    "What is read from manifests of other projects is compared with the connections"
                            + " that their own analysers saw.");

    private final String cluster;

    /// An importer that calls the cluster `cluster`.
    public KubernetesImporter() {
        this("cluster");
    }

    private KubernetesImporter(String cluster) {
        this.cluster = cluster;
    }

    public static Dialect dialect() {
        return new Dialect(
                "kubernetes",
                "Kubernetes manifests",
                PROOF,
                Optional.empty(),
                Optional.of(new KubernetesImporter()));
    }

    @Override
    public Importer naming(String id) {
        return new KubernetesImporter(id);
    }

    @Override
    public ImportResult read(List<Source> sources) {
        Notices notices = new Notices();
        ClusterEstate estate = new ClusterEstate(cluster, notices);
        List<Manifest> manifests = manifests(sources, notices);
        GuardedReading reading = new GuardedReading(estate);
        List<KindReader> readers = readers(estate, manifests);
        sorted(manifests, readers, reading).forEach(reading::readAll);
        notices.lost().forEach(lost -> reading.lose(readers, lost));
        return new ImportResult(
                design(estate), notices.ignored(), notices.problems(), estate.aliases());
    }

    /// Two cores read twice as fast; the order is that of the sources all the same.
    private static List<Manifest> manifests(List<Source> sources, Notices notices) {
        record Read(List<Manifest> manifests, Notices notices) {}
        List<Read> all =
                sources.parallelStream()
                        .map(source -> {
                            Notices own = new Notices();
                            return new Read(ManifestReader.read(source, own), own);
                        })
                        .toList();
        all.forEach(read -> notices.addAll(read.notices()));
        return all.stream().flatMap(read -> read.manifests().stream()).toList();
    }

    private static List<KindReader> readers(ClusterEstate estate, List<Manifest> manifests) {
        PodFamilies families = AddressFamilies.of(manifests);
        Workloads workloads = new Workloads(estate, NamedLabels.of(manifests));
        KnownNodes nodes = new KnownNodes();
        IstioHosts hosts = new IstioHosts(estate);
        DestinationRuleReader rules = new DestinationRuleReader();
        WaypointReader waypoints = new WaypointReader(estate, WaypointClasses.of(manifests));
        GatewayApiReader gateways = new GatewayApiReader(estate, waypoints);
        ServiceRouteReader routes = new ServiceRouteReader(gateways);
        LinkerdReader linkerd = new LinkerdReader(estate);
        ConsulReader consul = new ConsulReader(estate);
        IstioReader istio =
                new IstioReader(estate, new IstioParts(hosts, waypoints, gateways, rules, routes));
        return List.of(
                new NamespaceReader(estate),
                new NodeReader(estate, nodes),
                new ServiceAccountReader(estate),
                new WorkloadReader(workloads, nodes),
                new PodReader(workloads),
                new ServiceReader(estate),
                new IngressReader(estate),
                linkerd,
                consul,
                new OpenShiftRouteReader(estate),
                new ServiceEntryReader(estate, hosts),
                waypoints,
                routes,
                gateways,
                new NetworkPolicies(estate),
                new ClusterPolicies(estate, families),
                new CalicoReader(estate, families),
                new CiliumReader(estate),
                rules,
                istio,
                new IstioTrafficReader(estate),
                new RoutedClients(estate, istio, new OtherMeshes(linkerd, consul), routes),
                new UnsupportedPolicies(estate));
    }

    private static SequencedMap<KindReader, List<Manifest>> sorted(
            List<Manifest> manifests, List<KindReader> readers, GuardedReading reading) {
        SequencedMap<KindReader, List<Manifest>> sorted = new LinkedHashMap<>();
        readers.forEach(reader -> sorted.put(reader, new ArrayList<>()));
        for (Manifest manifest : manifests) {
            reading.findReader(readers, manifest)
                    .ifPresent(reader -> add(sorted, reader, manifest));
        }
        return sorted;
    }

    private static void add(
            SequencedMap<KindReader, List<Manifest>> sorted, KindReader reader, Manifest manifest) {
        sorted.computeIfAbsent(reader, _ -> new ArrayList<>()).add(manifest);
    }

    private static Design design(ClusterEstate estate) {
        EnforcementPlan observed =
                new EnforcementPlan(
                        estate.points(),
                        estate.natTables(),
                        List.of(),
                        estate.legs(),
                        List.of(),
                        List.of(),
                        estate.notAnalysed());
        return Design.named(estate.cluster().value())
                .withElements(map -> estate.elements().forEach(e -> map.put(e.id(), e)))
                .with(observed);
    }
}
