package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.ArrayList;
import java.util.List;

/// ReferenceGrants: which routes of other namespaces may send to the Services of a namespace.
final class ReferenceGrants {
    static final String KIND = "ReferenceGrant";

    private final List<Manifest> grants = new ArrayList<>();

    void add(Manifest grant) {
        from(grant).forEach(one -> one.get("namespace").text());
        to(grant).forEach(one -> one.get("name").text());
        grants.add(grant);
    }

    /// Routes of the namespace itself need no grant.
    boolean permit(Manifest route, String namespace, String service) {
        return route.namespace().equals(namespace)
                || grants.stream()
                        .filter(grant -> grant.namespace().equals(namespace))
                        .anyMatch(grant ->
                                from(grant).stream().anyMatch(one -> isFrom(one, route))
                                        && to(grant).stream().anyMatch(one -> isTo(one, service)));
    }

    private static List<Part> from(Manifest grant) {
        return grant.spec().get("from").items();
    }

    private static List<Part> to(Manifest grant) {
        return grant.spec().get("to").items();
    }

    private static boolean isFrom(Part from, Manifest route) {
        return from.get("group").text("").equals(route.group())
                && from.get("kind").text("").equals(route.kind())
                && from.get("namespace").text("").equals(route.namespace());
    }

    /// Without a name every Service is meant.
    private static boolean isTo(Part to, String service) {
        return to.get("group").text("").isEmpty()
                && to.get("kind").text("").equals("Service")
                && to.get("name").text(service).equals(service);
    }
}
