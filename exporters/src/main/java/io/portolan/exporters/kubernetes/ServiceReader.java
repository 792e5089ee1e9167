package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.About;
import io.portolan.model.design.ExternalTrafficPolicy;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Services of every type.
final class ServiceReader implements KindReader {
    private final ClusterEstate estate;

    ServiceReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of(""), List.of("Service"));
    }

    @Override
    public void read(Manifest manifest) {
        Part spec = manifest.spec();
        ServiceType type = type(spec);
        StatedAddresses addresses = StatedAddresses.of(manifest, type);
        Service service =
                new Service(
                        estate.idFor(manifest.namespace(), manifest.name(), "service"),
                        manifest.name(),
                        Optional.of(estate.namespace(manifest.namespace())),
                        About.NOTHING,
                        type,
                        spec.get("selector").strings(),
                        spec.get("ports").items().stream().flatMap(ServiceReader::port).toList(),
                        addresses.first(),
                        addresses.furtherInCluster(),
                        addresses.furtherAtBalancer(),
                        addresses.external(),
                        spec.get("externalName").text(),
                        spec.get("externalTrafficPolicy").text("Cluster").equals("Local")
                                ? ExternalTrafficPolicy.LOCAL
                                : ExternalTrafficPolicy.CLUSTER,
                        spec.get("internalTrafficPolicy").text("").equals("Local"),
                        StatedAddresses.isProxied(manifest),
                        ranges(spec.get("loadBalancerSourceRanges")));
        estate.add(service);
        estate.add(WaypointUse.of(service, manifest));
        for (Part port : spec.get("ports").items()) {
            port.get("appProtocol")
                    .text()
                    .ifPresent(said -> speaks(service, port.get("port"), said));
        }
    }

    private void speaks(Service service, Part port, String said) {
        port.number().ifPresent(number -> estate.appProtocols().add(service.id(), number, said));
    }

    private static ServiceType type(Part spec) {
        return switch (spec.get("type").text("ClusterIP")) {
            case "NodePort" -> ServiceType.NODE_PORT;
            case "LoadBalancer" -> ServiceType.LOAD_BALANCER;
            case "ExternalName" -> ServiceType.EXTERNAL_NAME;
            default ->
                    spec.get("clusterIP").text("").equals("None")
                            ? ServiceType.HEADLESS
                            : ServiceType.CLUSTER_IP;
        };
    }

    private static Stream<ServicePort> port(Part port) {
        int number = port.get("port").number().orElse(0);
        if (number < 1 || number > 65535) {
            return Stream.empty();
        }
        return PodTemplate.transport(port.get("protocol").text("TCP")).stream()
                .map(protocol ->
                        new ServicePort(
                                port.get("name").text().filter(n -> !n.isEmpty()),
                                protocol,
                                number,
                                port.get("targetPort").text(),
                                port.get("nodePort").number().filter(n -> n > 0)));
    }

    private static List<Cidr> ranges(Part list) {
        return list.texts().stream().map(String::strip).map(Cidr::parse).toList();
    }
}
