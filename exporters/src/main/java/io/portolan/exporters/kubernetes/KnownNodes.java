package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes of a cluster with their labels and taints, which say where the pods of a DaemonSet
/// are.
final class KnownNodes {
    private static final Set<String> KEEPING_OUT = Set.of("NoSchedule", "NoExecute");

    private final List<Node> nodes = new ArrayList<>();

    private record Node(Map<String, String> labels, List<Taint> taints) {}

    private record Taint(String key, String value, String effect) {
        /// DaemonSets tolerate what Kubernetes itself says of the state of a node.
        boolean isOfKubernetes() {
            return key.startsWith("node.kubernetes.io/");
        }
    }

    void add(Manifest node) {
        Part metadata = node.root().get("metadata");
        nodes.add(new Node(metadata.get("labels").strings(), taints(node.spec().get("taints"))));
    }

    private static List<Taint> taints(Part list) {
        return list.items().stream()
                .map(t ->
                        new Taint(
                                t.get("key").text(""),
                                t.get("value").text(""),
                                t.get("effect").text("")))
                .filter(t -> KEEPING_OUT.contains(t.effect()) && !t.isOfKubernetes())
                .toList();
    }

    /// Whether every node surely takes a pod of a DaemonSet. Where no nodes are known, every one
    /// takes a pod that asks for nothing.
    boolean allTake(Part pod) {
        Map<String, String> selector = pod.get("nodeSelector").strings();
        List<Part> terms = terms(pod);
        return nodes.isEmpty()
                ? selector.isEmpty() && terms.isEmpty()
                : nodes.stream()
                        .allMatch(n ->
                                n.labels().entrySet().containsAll(selector.entrySet())
                                        && isMet(terms, n)
                                        && isTolerated(pod, n));
    }

    private static List<Part> terms(Part pod) {
        return pod.get("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                .get("nodeSelectorTerms")
                .items();
    }

    private static boolean isMet(List<Part> terms, Node node) {
        return terms.isEmpty() || terms.stream().anyMatch(term -> isMet(term, node));
    }

    /// What no selector of labels can say is not taken for met.
    private static boolean isMet(Part term, Node node) {
        try {
            return LabelSelector.read(term).matches(node.labels());
        } catch (Part.Unfit e) {
            return false;
        }
    }

    private static boolean isTolerated(Part pod, Node node) {
        List<Part> tolerations = pod.get("tolerations").items();
        return node.taints().stream()
                .allMatch(taint -> tolerations.stream().anyMatch(t -> covers(t, taint)));
    }

    private static boolean covers(Part toleration, Taint taint) {
        String key = toleration.get("key").text("");
        String effect = toleration.get("effect").text("");
        boolean anyValue = toleration.get("operator").text("Equal").equals("Exists");
        boolean same =
                key.equals(taint.key())
                        && (anyValue || toleration.get("value").text("").equals(taint.value()));
        return (same || (key.isEmpty() && anyValue))
                && (effect.isEmpty() || effect.equals(taint.effect()));
    }
}
