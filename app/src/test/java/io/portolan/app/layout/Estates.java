package io.portolan.app.layout;

import io.portolan.model.design.About;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Site;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.net.Protocol;
import io.portolan.model.testing.Gen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Designs to lay out: small ones by hand, random ones, and large ones as imports give them.
final class Estates {
    private Estates() {}

    /// Sites, clusters, namespaces, workloads and machines nested at random, with random flows
    /// between any two of them.
    static Design random(Gen gen, int size) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Optional<ElementId> parent = parent(gen, elements);
            String label = "n" + "o".repeat(gen.between(0, 24)) + i;
            ElementId id = new ElementId("e" + i);
            elements.add(
                    switch (gen.between(0, 6)) {
                        case 0 -> new Site(id, label, parent, About.NOTHING, List.of());
                        case 1 -> cluster(id, label, parent);
                        case 2, 3 -> new Namespace(id, label, parent, About.NOTHING, Map.of());
                        default -> workload(id, label, parent);
                    });
        }
        Design design = of(elements);
        for (int i = 0; i < size; i++) {
            design = design.with(flow(i, gen.oneOf(elements).id(), gen.oneOf(elements).id()));
        }
        return design;
    }

    private static Optional<ElementId> parent(Gen gen, List<Element> elements) {
        List<Element> zones = elements.stream().filter(e -> !(e instanceof Workload)).toList();
        return zones.isEmpty() || gen.chance(0.2)
                ? Optional.empty()
                : Optional.of(gen.oneOf(zones).id());
    }

    /// One cluster with `namespaces` of `workloads` each, every one calling the next.
    static Design imported(int namespaces, int workloads) {
        List<Element> elements = new ArrayList<>();
        ElementId cluster = new ElementId("cluster");
        elements.add(cluster(cluster, "cluster", Optional.empty()));
        for (int n = 0; n < namespaces; n++) {
            ElementId namespace = new ElementId("ns" + n);
            elements.add(
                    new Namespace(
                            namespace, "ns" + n, Optional.of(cluster), About.NOTHING, Map.of()));
            for (int w = 0; w < workloads; w++) {
                ElementId id = new ElementId("ns" + n + "/w" + w);
                elements.add(workload(id, "w" + w, Optional.of(namespace)));
            }
        }
        Design design = of(elements);
        List<Element> all = design.all(Workload.class).map(Element.class::cast).toList();
        List<Flow> flows = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            flows.add(flow(i, all.get(i - 1).id(), all.get(i).id()));
        }
        return withFlows(design, flows);
    }

    private static Design withFlows(Design design, List<Flow> flows) {
        LinkedHashMap<String, Flow> map = new LinkedHashMap<>();
        flows.forEach(f -> map.put(f.id(), f));
        return new Design(
                design.name(),
                design.elements(),
                design.links(),
                map,
                design.observed(),
                design.governance(),
                design.layout());
    }

    static Design of(List<? extends Element> elements) {
        return Design.named("test").withElements(map -> elements.forEach(e -> map.put(e.id(), e)));
    }

    static Workload workload(ElementId id, String label, Optional<ElementId> parent) {
        return new Workload(
                id,
                label,
                parent,
                About.NOTHING,
                WorkloadKind.DEPLOYMENT,
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    static VirtualMachine machine(String id) {
        return new VirtualMachine(
                new ElementId(id),
                id,
                Optional.empty(),
                About.NOTHING,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    static Site site(String id, Optional<ElementId> parent) {
        return new Site(new ElementId(id), id, parent, About.NOTHING, List.of());
    }

    private static Cluster cluster(ElementId id, String label, Optional<ElementId> parent) {
        return new Cluster(
                id,
                label,
                parent,
                About.NOTHING,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Masquerade.OUTSIDE_CLUSTER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RuleSource.DERIVED);
    }

    static Flow flow(int number, ElementId from, ElementId to) {
        return new Flow(
                "f" + number,
                from,
                to,
                Intent.ALLOW,
                Protocol.TCP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Encryption.NOT_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
