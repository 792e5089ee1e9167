package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.exporters.mesh.route.Step;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ServiceProfiles, which take the place of all routes of the Service that they are named after,
/// and may split what is sent to it. One in the namespace of the client comes before that of the
/// Service.
public final class ServiceProfiles {
    private final LinkerdScope scope;
    private final Hosts hosts;
    private final List<Manifest> profiles;

    public ServiceProfiles(LinkerdScope scope, Hosts hosts, List<Manifest> profiles) {
        this.scope = scope;
        this.hosts = hosts;
        this.profiles = List.copyOf(profiles);
    }

    public static boolean reads(Manifest manifest) {
        return manifest.group().equals("linkerd.io") && manifest.kind().equals("ServiceProfile");
    }

    /// Reads an object for nothing but its faults.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static void check(Manifest profile) {
        profile.spec().get("dstOverrides").items().forEach(to -> to.get("authority").text());
    }

    /// What happens to those who dial a Service, before any route of it.
    public List<Translation> translations(Dialled host) {
        List<Manifest> own = new ArrayList<>();
        List<Manifest> theirs = new ArrayList<>();
        profiles.stream()
                .filter(p -> p.name().equals(host.host()))
                .forEach(p -> (p.namespace().equals(host.namespace()) ? own : theirs).add(p));
        List<Translation> all = new ArrayList<>();
        for (Dialled.Port port : host.ports()) {
            List<Step> steps = new ArrayList<>();
            theirs.forEach(p -> steps.add(step(p, host, port).among(clients(p))));
            own.forEach(p -> steps.add(step(p, host, port)));
            all.addAll(host.translations(port, steps));
        }
        return all;
    }

    private Expr<Peer> clients(Manifest profile) {
        return scope.pods(profile.namespace(), LabelSelector.EVERYTHING);
    }

    private Step step(Manifest profile, Dialled host, Dialled.Port port) {
        List<Rewrite> to =
                profile.spec().get("dstOverrides").items().stream()
                        .filter(o -> !o.get("weight").text("").matches("0m?"))
                        .map(o -> one(o.get("authority").text(""), port))
                        .toList();
        List<Rewrite> own = List.of(host.to(port, host.pods().orElse(Expr.none())));
        String name = "%s (%s)".formatted(profile.title(), profile.at(profile.spec()).words());
        return new Step(
                name, Expr.any(), Expr.any(), to.isEmpty() ? own : to, profile.at(profile.spec()));
    }

    /// `name.namespace.svc.cluster.local:port`
    private Rewrite one(String authority, Dialled.Port dialled) {
        int colon = authority.indexOf(':');
        String name = colon < 0 ? authority : authority.substring(0, colon);
        String number = authority.substring(colon + 1);
        int port = number.matches("[0-9]{1,5}") ? Integer.parseInt(number) : dialled.number();
        Optional<Dialled> host = hosts.find(name, "").filter(h -> h.pods().isPresent());
        return host.isEmpty()
                ? Step.unknown("it is sent to %s, which is in no manifest".formatted(authority))
                : host.get()
                        .port(port)
                        .map(p -> host.get().to(p, host.get().pods().orElse(Expr.none())))
                        .orElse(Step.NOBODY);
    }
}
