package io.portolan.app.service;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Proof;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.RuleSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The products of a design that no dialect writes. Each is a target that is not supported with a
/// gap for every element, so that nothing is left out in silence.
final class Uncovered {
    private static final Proof NOBODY = new Proof(Proof.Strength.STRUCTURE, "Nothing is written.");

    private Uncovered() {}

    static List<TargetPreview> of(Design design) {
        SequencedMap<String, List<Element>> products = new TreeMap<>();
        for (Element element : design.elements().values()) {
            product(element)
                    .filter(name -> !isWritten(name))
                    .ifPresent(name ->
                            products.computeIfAbsent(name, _ -> new ArrayList<>()).add(element));
        }
        return products.entrySet().stream().map(e -> target(e.getKey(), e.getValue())).toList();
    }

    private static boolean isWritten(String product) {
        return Dialects.find(id(product)).flatMap(Dialect::exporter).isPresent();
    }

    /// The product whose configuration follows from the design; none where it is as it is.
    private static Optional<String> product(Element element) {
        return switch (element) {
            case Firewall e when e.policy() == RuleSource.DERIVED ->
                    Optional.of(e.platform().name());
            case CloudFirewall e when e.policy() == RuleSource.DERIVED ->
                    Optional.of(e.firewallKind().name());
            case Mesh e when e.policy() == RuleSource.DERIVED -> mesh(e.product());
            case Gateway e -> gateway(e);
            case LoadBalancer _ -> Optional.of("LOAD_BALANCER");
            default -> Optional.empty();
        };
    }

    private static Optional<String> mesh(MeshProduct product) {
        return switch (product) {
            case ISTIO_SIDECAR, ISTIO_AMBIENT -> Optional.empty();
            case LINKERD, CONSUL -> Optional.of(product.name());
        };
    }

    /// The gateways of Istio belong to the files of the mesh.
    private static Optional<String> gateway(Gateway gateway) {
        return switch (gateway.product()) {
            case ISTIO_INGRESS, ISTIO_EGRESS, ISTIO_EAST_WEST -> Optional.empty();
            case ENVOY, NGINX, NGINX_PLUS, AWS_ALB, ISTIO_WAYPOINT, CONSUL_TERMINATING ->
                    Optional.of(gateway.product().name());
        };
    }

    private static String id(String product) {
        return product.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static TargetPreview target(String product, List<Element> elements) {
        String words = product.replace('_', ' ').toLowerCase(Locale.ROOT);
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        Dialect none = new Dialect(id(product), title, NOBODY, Optional.empty(), Optional.empty());
        List<Gap> gaps = elements.stream().map(e -> gap(title, e)).toList();
        return new TargetPreview(none, new ExportResult(List.of(), gaps));
    }

    private static Gap gap(String title, Element element) {
        return new Gap(
                element.label(),
                "everything",
                "no configuration for %s is written yet".formatted(title),
                List.of(element.id().value()),
                "Configure it by hand; the flows through it and their traces say what must hold.");
    }
}
