package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.LabelSelector.Operator;
import io.portolan.exporters.manifest.LabelSelector.Requirement;
import io.portolan.exporters.mesh.linkerd.HttpProbe;
import io.portolan.exporters.mesh.linkerd.LinkerdPolicies.Annotated;
import io.portolan.exporters.mesh.linkerd.LinkerdPolicies.Probed;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What annotations of namespaces and of pods tell the proxies of meshes.
final class Annotations {
    /// The keys that meshes read begin so.
    private static final Set<String> READ =
            Set.of(
                    "linkerd.io/",
                    "config.linkerd.io/",
                    "consul.hashicorp.com/",
                    "sidecar.istio.io/inject",
                    "sidecar.istio.io/status",
                    "traffic.sidecar.istio.io/",
                    "ambient.istio.io/");

    private static final String OF_LINKERD = "config.linkerd.io/";

    private final List<Said> ofPods = new ArrayList<>();
    private final Map<String, List<Said>> podsByNamespace = new TreeMap<>();
    private final Map<ElementId, Map<String, String>> byPods = new HashMap<>();
    private final List<Said> ofNamespaces = new ArrayList<>();

    private record Said(
            ElementId element,
            String namespace,
            Map<String, String> labels,
            Map<String, String> annotations,
            List<HttpProbe> probes) {
        Map<String, String> toLinkerd() {
            Map<String, String> own = new TreeMap<>(annotations);
            own.keySet().removeIf(key -> !key.startsWith(OF_LINKERD));
            return own;
        }

        /// Whether a selector of these labels selects those pods.
        boolean reaches(Said other) {
            return other.labels.entrySet().containsAll(labels.entrySet());
        }
    }

    /// Those of `all` that some mesh reads.
    static Map<String, String> read(Map<String, String> all) {
        Map<String, String> read = new TreeMap<>(all);
        read.keySet().removeIf(key -> READ.stream().noneMatch(key::startsWith));
        return Map.copyOf(read);
    }

    void ofNamespace(ElementId id, String name, Map<String, String> all) {
        add(ofNamespaces, new Said(id, name, Map.of(), read(all), List.of()));
    }

    void ofPods(ElementId id, String namespace, PodTemplate template) {
        Said said =
                new Said(
                        id,
                        namespace,
                        template.labels(),
                        template.annotations(),
                        template.probes());
        add(ofPods, said);
        podsByNamespace.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(said);
        byPods.put(id, template.annotations());
    }

    private static void add(List<Said> to, Said said) {
        if (!said.annotations().isEmpty()) {
            to.add(said);
        }
    }

    /// The namespaces and workloads that carry the key with that value.
    List<ElementId> saying(String key, String value) {
        return all().filter(said -> value.equals(said.annotations().get(key)))
                .map(Said::element)
                .toList();
    }

    /// The pods that are told something under one of the keys, by their labels.
    List<Expr<Peer>> podsSaying(Set<String> keys, String cluster) {
        return all().filter(said -> !Collections.disjoint(said.annotations().keySet(), keys))
                .map(said ->
                        LabelSelector.ofLabels(said.labels())
                                .pods(cluster, Optional.of(said.namespace())))
                .toList();
    }

    /// What a namespace says under a key.
    Optional<String> ofNamespace(String name, String key) {
        return ofNamespaces.stream()
                .filter(said -> said.namespace().equals(name))
                .flatMap(said -> Optional.ofNullable(said.annotations().get(key)).stream())
                .findFirst();
    }

    /// What the pods of a workload say under a key.
    Optional<String> ofPods(Workload pods, String key) {
        return Optional.ofNullable(byPods.getOrDefault(pods.id(), Map.of()).get(key));
    }

    /// The annotations of a workload's pods with their labels, which count before them.
    Map<String, String> withLabels(Workload pods) {
        Map<String, String> all = new TreeMap<>(byPods.getOrDefault(pods.id(), Map.of()));
        all.putAll(pods.labels());
        return all;
    }

    /// What is said, of pods before of namespaces.
    List<Annotated> forLinkerd() {
        Stream<Annotated> pods =
                ofPods.stream().filter(s -> !s.toLinkerd().isEmpty()).map(this::alone);
        Stream<Annotated> namespaces = ofNamespaces.stream().map(s -> annotated(s, List.of()));
        return Stream.concat(pods, namespaces).toList();
    }

    /// Pods with probes.
    List<Probed> probed() {
        return podsByNamespace.values().stream()
                .flatMap(List::stream)
                .filter(said -> !said.probes().isEmpty())
                .map(said -> probed(said, others(said, Said::probes)))
                .toList();
    }

    private static Probed probed(Said said, List<Said> others) {
        Expr<Peer> which =
                isTold(said, others)
                        ? Expr.any()
                        : new Expr.Unknown<>("pods of the same labels have other probes");
        return new Probed(
                said.namespace(), said.labels(), selector(said, others), which, said.probes());
    }

    private Annotated alone(Said said) {
        return annotated(said, others(said, Said::toLinkerd));
    }

    private static Annotated annotated(Said said, List<Said> others) {
        LabelSelector pods = selector(said, others);
        return isTold(said, others)
                ? Annotated.of(said.namespace(), pods, said.annotations())
                : Annotated.perhaps(said.namespace(), pods, said.annotations());
    }

    /// Pods that its labels select too, and that differ in something.
    private List<Said> others(Said said, Function<Said, Object> something) {
        return podsByNamespace.getOrDefault(said.namespace(), List.of()).stream()
                .filter(other ->
                        said.reaches(other)
                                && !something.apply(other).equals(something.apply(said)))
                .toList();
    }

    private static boolean isTold(Said said, List<Said> others) {
        return others.stream().noneMatch(o -> o.labels().equals(said.labels()));
    }

    /// A workload is known by its labels, and by the labels that it has not.
    private static LabelSelector selector(Said said, List<Said> others) {
        Set<String> absent = new TreeSet<>();
        others.forEach(other -> absent.addAll(other.labels().keySet()));
        absent.removeAll(said.labels().keySet());
        List<Requirement> requirements =
                new ArrayList<>(LabelSelector.ofLabels(said.labels()).requirements());
        absent.forEach(
                key -> requirements.add(new Requirement(key, Operator.DOES_NOT_EXIST, Set.of())));
        return new LabelSelector(requirements);
    }

    private Stream<Said> all() {
        return Stream.of(ofPods, ofNamespaces).flatMap(List::stream);
    }
}
