package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.clusterpolicy.PodFamilies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.List;
import java.util.stream.Stream;

/// Whether a cluster has IPv4, IPv6 or both, by the signs that its objects give: addresses of
/// Services, pods and nodes, and what Services ask for. Without any sign it has IPv4.
final class AddressFamilies {
    private AddressFamilies() {}

    static PodFamilies of(List<Manifest> manifests) {
        List<String> signs = manifests.stream().flatMap(AddressFamilies::signs).toList();
        boolean v6 = signs.stream().anyMatch(AddressFamilies::isV6);
        return new PodFamilies(!v6 || signs.stream().anyMatch(AddressFamilies::isV4), v6);
    }

    private static boolean isV6(String sign) {
        return sign.contains(":") || sign.equals("IPv6") || sign.endsWith("DualStack");
    }

    private static boolean isV4(String sign) {
        return sign.contains(".") || sign.equals("IPv4") || sign.endsWith("DualStack");
    }

    private static Stream<String> signs(Manifest manifest) {
        try {
            return switch (manifest.kind()) {
                case "Service" -> service(manifest.spec());
                case "Pod" -> pod(manifest.root().get("status"));
                case "Node" -> manifest.spec().get("podCIDRs").texts().stream();
                default -> Stream.of();
            };
        } catch (Part.Unfit e) {
            return Stream.of();
        }
    }

    private static Stream<String> service(Part spec) {
        return Stream.of(
                        spec.get("ipFamilies").texts(),
                        spec.get("clusterIPs").texts(),
                        spec.get("clusterIP").text().stream().toList(),
                        spec.get("ipFamilyPolicy").text().stream().toList())
                .flatMap(List::stream);
    }

    private static Stream<String> pod(Part status) {
        return Stream.concat(
                status.get("podIP").text().stream(),
                status.get("podIPs").items().stream().flatMap(ip -> ip.get("ip").text().stream()));
    }
}
