package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.Route;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Proof;
import io.portolan.model.compile.AskedTranslations;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.design.StaticRoute;
import io.portolan.model.policy.NatTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dialect of Cisco ASA: one configuration for each device.
public final class Asa implements Exporter {
    private static final Proof PROOF =
            new Proof(
                    Proof.Strength.STRUCTURE,
                    "Portolan's own tests compare the text; no ASA and no other program has read"
                            + " it.");

    private Asa() {}

    public static Dialect dialect() {
        return new Dialect("asa", "Cisco ASA", PROOF, Optional.of(new Asa()), Optional.empty());
    }

    @Override
    public ExportResult export(ExportRequest request) {
        List<Artifact> artifacts = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        request.compiled()
                .design()
                .all(Firewall.class)
                .filter(f -> f.platform() == FirewallPlatform.ASA)
                .forEach(f -> artifacts.add(artifact(request, f, gaps)));
        return new ExportResult(artifacts, gaps);
    }

    private static Artifact artifact(ExportRequest request, Firewall firewall, List<Gap> gaps) {
        AsaConfig config = lower(request.compiled(), firewall, gaps);
        return AsaWriter.write(config, request.origin(), firewall.label())
                .artifact("asa/" + firewall.id().value().replace('/', '-') + ".cfg");
    }

    static AsaConfig lower(CompiledDesign compiled, Firewall firewall, List<Gap> gaps) {
        String id = firewall.id().value();
        AsaFaces faces = new AsaFaces(firewall);
        AsaNames names = new AsaNames();
        AsaLowering lowering = new AsaLowering(faces, names);
        compiled.plan().pointsOf(id).forEach(lowering::add);
        List<NatTable> tables =
                compiled.plan().natTables().stream().filter(t -> t.owner().equals(id)).toList();
        List<AsaConfig.Nat> nat =
                new AsaNat(faces, names, lowering).of(tables, AskedTranslations.of(firewall));
        List<Route> routes = routes(firewall, faces, lowering);
        gaps.addAll(lowering.gaps());
        return new AsaConfig(
                faces.all(),
                lowering.permits(AsaLowering.EQUAL_LEVELS) || firewall.sameSecurityInterInterface(),
                lowering.permits(AsaLowering.HAIRPINS) || firewall.sameSecurityIntraInterface(),
                names.networks(),
                names.services(),
                lowering.lists(),
                nat,
                routes);
    }

    private static List<Route> routes(Firewall firewall, AsaFaces faces, AsaLowering lowering) {
        List<Route> routes = new ArrayList<>();
        for (StaticRoute route : firewall.routes()) {
            Optional<String> face = exit(firewall, route).flatMap(faces::nameif);
            boolean complete = route.discard() || (face.isPresent() && route.via().isPresent());
            if (complete && route.vrf().isEmpty()) {
                routes.add(
                        new Route(
                                route.discard() ? Optional.empty() : face,
                                route.prefix(),
                                route.via()));
            } else {
                lowering.gap(
                        firewall.id().value(),
                        "route " + route.prefix(),
                        "a route without next hop or interface, or in a VRF",
                        List.of());
            }
        }
        return routes;
    }

    private static Optional<String> exit(Firewall firewall, StaticRoute route) {
        return route.exit()
                .or(() ->
                        firewall.interfaces().stream()
                                .filter(i ->
                                        i.address()
                                                .map(InterfaceAddress::network)
                                                .filter(n ->
                                                        route.via().filter(n::contains).isPresent())
                                                .isPresent())
                                .map(DeviceInterface::name)
                                .findFirst());
    }
}
