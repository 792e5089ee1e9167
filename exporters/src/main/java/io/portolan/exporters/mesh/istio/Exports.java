package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.List;

/// To which namespaces objects are visible that do not say so themselves (`exportTo`), as the
/// settings of the mesh have it: names, `.` for their own, `*` for all; empty: all.
public record Exports(
        List<String> services, List<String> virtualServices, List<String> destinationRules) {
    /// What Istio installs.
    public static final Exports EVERYWHERE = new Exports(List.of(), List.of(), List.of());

    public Exports {
        services = List.copyOf(services);
        virtualServices = List.copyOf(virtualServices);
        destinationRules = List.copyOf(destinationRules);
    }

    static Exports of(Part settings) {
        return new Exports(
                settings.get("defaultServiceExportTo").texts(),
                settings.get("defaultVirtualServiceExportTo").texts(),
                settings.get("defaultDestinationRuleExportTo").texts());
    }

    List<String> ofVirtualService(Manifest service) {
        return of(service, virtualServices);
    }

    List<String> ofDestinationRule(Manifest rule) {
        return of(rule, destinationRules);
    }

    /// Of a ServiceEntry.
    public List<String> ofService(Manifest entry) {
        return of(entry, services);
    }

    /// Of a Service of that namespace.
    public List<String> ofServices(String namespace) {
        return KnownHost.exportedTo(services, namespace);
    }

    private static List<String> of(Manifest object, List<String> usual) {
        List<String> own = object.spec().get("exportTo").texts();
        return KnownHost.exportedTo(own.isEmpty() ? usual : own, object.namespace());
    }
}
