package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.mesh.istio.Bypass;
import io.portolan.exporters.mesh.istio.Bypassing;
import io.portolan.exporters.mesh.istio.DataPath;
import io.portolan.exporters.mesh.istio.MeshScope;
import io.portolan.exporters.mesh.istio.Uncaptured;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who belongs to the mesh, as labels and annotations of namespaces and pods say; those of pods
/// come first. Where nobody says anything, everybody is a member of the usual kind.
final class IstioMembers {
    private static final String MODE = "istio.io/dataplane-mode";
    private static final String INJECT = "sidecar.istio.io/inject";

    private final ClusterEstate estate;
    private final DataPath usual;
    private final KnownPods known;

    IstioMembers(ClusterEstate estate, DataPath usual) {
        this.estate = estate;
        this.usual = usual;
        this.known = new KnownPods(estate);
    }

    /// The members whose traffic takes that path: whole namespaces where their pods do not differ.
    List<ElementId> of(DataPath path) {
        if (nobodySays()) {
            return path == usual ? List.of(estate.cluster()) : List.of();
        }
        List<ElementId> members = new ArrayList<>();
        for (String namespace : estate.namespaceNames()) {
            List<Workload> pods = known.in(namespace);
            List<ElementId> own =
                    pods.stream()
                            .filter(w -> path(w, namespace).filter(path::equals).isPresent())
                            .map(Workload::id)
                            .toList();
            boolean whole =
                    own.size() == pods.size()
                            && ofNamespace(namespace).filter(path::equals).isPresent();
            members.addAll(whole ? List.of(estate.namespace(namespace)) : own);
        }
        return members;
    }

    /// Whether no label and no annotation speaks of the mesh.
    boolean nobodySays() {
        return estate.namespaceNames().stream()
                .allMatch(n ->
                        ofNamespace(n).isEmpty()
                                && known.in(n).stream().allMatch(w -> ofPod(w).isEmpty()));
    }

    private Optional<DataPath> path(Workload pods, String namespace) {
        Map<String, String> labels = said(pods);
        boolean out =
                labels.getOrDefault(INJECT, "").equals("false")
                        && ofNamespace(namespace).filter(DataPath.SIDECAR::equals).isPresent();
        boolean notAmbient =
                labels.getOrDefault(MODE, "").equals("none")
                        && ofNamespace(namespace).filter(DataPath.ZTUNNEL::equals).isPresent();
        return out || notAmbient ? Optional.empty() : ofPod(pods).or(() -> ofNamespace(namespace));
    }

    private Optional<DataPath> ofPod(Workload pods) {
        Map<String, String> labels = said(pods);
        if (labels.getOrDefault(INJECT, "").equals("true")
                || labels.containsKey("istio.io/rev")
                || labels.containsKey("sidecar.istio.io/status")) {
            return Optional.of(DataPath.SIDECAR);
        }
        return labels.getOrDefault(MODE, "").equals("ambient")
                ? Optional.of(DataPath.ZTUNNEL)
                : Optional.empty();
    }

    private Map<String, String> said(Workload pods) {
        return estate.annotations().withLabels(pods);
    }

    private Optional<DataPath> ofNamespace(String namespace) {
        Map<String, String> labels = estate.labelsOf(namespace);
        if (labels.getOrDefault(MODE, "").equals("ambient")) {
            return Optional.of(DataPath.ZTUNNEL);
        }
        boolean injected =
                labels.getOrDefault("istio-injection", "").equals("enabled")
                        || labels.containsKey("istio.io/rev");
        return injected ? Optional.of(DataPath.SIDECAR) : Optional.empty();
    }

    /// Ports of pods that no proxy of that path takes over.
    List<Bypassing> bypasses(DataPath path) {
        return estate.all(Workload.class)
                .flatMap(w -> Bypass.of(path, said(w)).stream().map(b -> bypassing(w, path, b)))
                .toList();
    }

    private List<Match> past(Workload pods) {
        return Uncaptured.of(said(pods), Expr.any());
    }

    /// What pods with a sidecar send past it.
    List<Match> uncaptured(MeshScope scope) {
        return switch (scope.path()) {
            case SIDECAR ->
                    estate.all(Workload.class)
                            .flatMap(w -> Uncaptured.of(said(w), known.of(w, this::past)).stream())
                            .toList();
            case ZTUNNEL -> List.of();
        };
    }

    private Bypassing bypassing(Workload pods, DataPath path, Bypass bypass) {
        String namespace = estate.namespaceOf(pods);
        boolean alone =
                known.alike(pods)
                        .allMatch(w -> Bypass.of(path, said(w)).filter(bypass::equals).isPresent());
        return new Bypassing(namespace, LabelSelector.ofLabels(pods.labels()), alone, bypass);
    }
}
