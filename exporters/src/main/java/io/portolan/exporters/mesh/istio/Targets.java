package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.istio.IstioProxy.Served;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What an AuthorizationPolicy is attached to: Gateways of its namespace, Services and
/// ServiceEntries of its namespace at their waypoint, and from the root namespace all Gateways of a
/// class (Istio: "PolicyTargetReference").
final class Targets {
    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    /// `group/kind`.
    private static final Set<String> KINDS =
            Set.of(
                    GATEWAY_API + "/Gateway",
                    GATEWAY_API + "/GatewayClass",
                    "/Service",
                    "core/Service",
                    "networking.istio.io/ServiceEntry");

    private final Manifest policy;
    private final List<Part> references;

    private Targets(Manifest policy, List<Part> references) {
        this.policy = policy;
        this.references = references;
    }

    /// @throws Part.Unfit if the API server would refuse one of them
    static Targets of(Manifest policy) {
        List<Part> references = new ArrayList<>(policy.spec().get("targetRefs").items());
        if (policy.spec().get("targetRef").isPresent()) {
            references.add(policy.spec().get("targetRef"));
        }
        if (!references.isEmpty() && policy.spec().get("selector").isPresent()) {
            throw new Part.Unfit(policy.spec(), "Only one of selector and targetRefs may be set.");
        }
        references.forEach(Targets::check);
        return new Targets(policy, references);
    }

    private static void check(Part reference) {
        String kind = reference.get("group").text("") + "/" + kind(reference);
        if (!KINDS.contains(kind)) {
            throw new Part.Unfit(
                    reference,
                    "The target (%s) must be a Gateway, GatewayClass, Service or ServiceEntry."
                            .formatted(kind));
        }
    }

    /// None: it is for pods, by their labels.
    boolean isEmpty() {
        return references.isEmpty();
    }

    boolean hasGateway(IstioProxy proxy) {
        return policy.namespace().equals(proxy.namespace()) && has("Gateway", proxy.name());
    }

    boolean hasClass(IstioProxy proxy, String rootNamespace) {
        return policy.namespace().equals(rootNamespace) && has("GatewayClass", proxy.className());
    }

    boolean has(Served served) {
        return policy.namespace().equals(served.namespace()) && has(served.kind(), served.name());
    }

    private boolean has(String kind, String name) {
        return references.stream()
                .anyMatch(r -> kind(r).equals(kind) && r.get("name").text("").equals(name));
    }

    private static String kind(Part reference) {
        return reference.get("kind").text("");
    }
}
