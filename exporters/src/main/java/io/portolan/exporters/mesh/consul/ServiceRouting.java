package io.portolan.exporters.mesh.consul;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Step;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.ServiceNames;
import io.portolan.model.policy.Translation;

import java.util.List;

/// ServiceRouters, ServiceSplitters and ServiceResolvers: where Consul sends those who dial a
/// service. They are not followed, so it is open to whom they lead.
public final class ServiceRouting {
    private static final List<String> KINDS =
            List.of("ServiceRouter", "ServiceSplitter", "ServiceResolver");

    private final List<Manifest> objects;

    public ServiceRouting(List<Manifest> objects) {
        this.objects = objects.stream().filter(ServiceRouting::leads).toList();
    }

    public static boolean reads(Manifest manifest) {
        return manifest.group().equals("consul.hashicorp.com") && KINDS.contains(manifest.kind());
    }

    /// A resolver alone says who there is, unless it redirects or chooses a subset.
    private static boolean leads(Manifest object) {
        return !object.kind().equals("ServiceResolver")
                || object.spec().get("redirect").isPresent()
                || object.spec().get("defaultSubset").isPresent();
    }

    /// What happens to those who dial a Service, whose name is that of the object.
    public List<Translation> translations(Dialled host) {
        return host.ports().stream()
                .flatMap(port -> host.translations(port, steps(host)).stream())
                .toList();
    }

    private List<Step> steps(Dialled host) {
        return objects.stream()
                .filter(o -> host.host().equals(ServiceNames.of(o.name(), host.namespace())))
                .map(ServiceRouting::step)
                .toList();
    }

    private static Step step(Manifest object) {
        String name = "%s (%s)".formatted(object.title(), object.at(object.spec()).words());
        String why = "where a %s sends clients is not followed".formatted(object.kind());
        return new Step(
                name, Expr.any(), Expr.any(), List.of(Step.unknown(why)), object.at(object.spec()));
    }
}
