package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses that the manifest of a Service states, each once.
record StatedAddresses(
        ServiceType type, List<Address> balancer, List<Address> cluster, List<Address> external) {
    static StatedAddresses of(Manifest manifest, ServiceType type) {
        Part spec = manifest.spec();
        Stream<String> cluster =
                Stream.concat(
                        spec.get("clusterIP").text().stream(),
                        spec.get("clusterIPs").texts().stream());
        return new StatedAddresses(
                type,
                addresses(type == ServiceType.LOAD_BALANCER ? balancer(manifest) : Stream.of()),
                addresses(cluster),
                addresses(spec.get("externalIPs").texts().stream()));
    }

    /// Whether the balancer wants to be asked itself.
    static boolean isProxied(Manifest manifest) {
        return ingress(manifest).anyMatch(i -> i.get("ipMode").text("").equals("Proxy"));
    }

    private static Stream<Part> ingress(Manifest manifest) {
        return manifest.root().get("status", "loadBalancer", "ingress").items().stream();
    }

    private static Stream<String> balancer(Manifest manifest) {
        return Stream.concat(
                ingress(manifest).map(i -> i.get("ip").text("")),
                manifest.spec().get("loadBalancerIP").text().stream());
    }

    /// `None` of a headless Service is no address.
    private static List<Address> addresses(Stream<String> texts) {
        return texts.flatMap(StatedAddresses::address).distinct().toList();
    }

    private static Stream<Address> address(String text) {
        try {
            return Stream.of(Address.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /// A balanced service is dialled at its balancer, any other at its cluster address.
    Optional<Address> first() {
        return (isBalanced() ? balancer : cluster).stream().findFirst();
    }

    List<Address> furtherInCluster() {
        return isBalanced() ? cluster : further(cluster);
    }

    List<Address> furtherAtBalancer() {
        return further(balancer);
    }

    private boolean isBalanced() {
        return type == ServiceType.LOAD_BALANCER;
    }

    private static List<Address> further(List<Address> addresses) {
        return addresses.stream().skip(1).toList();
    }
}
