package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.Workload;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/// Manifests that hold what makes pods and the pods as well, as a cluster lists them.
final class PodsOfMakersTest {
    /// Speaks of a label that no template gives.
    private static final String POLICY =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p, namespace: shop}
            spec: {podSelector: {matchLabels: {number: x}}}
            """;

    private static ImportResult read(String... texts) {
        return new KubernetesImporter()
                .read(List.of(new Source("f.yaml", String.join("---\n", texts))));
    }

    private static List<String> workloads(String... texts) {
        return read(texts)
                .design()
                .all(Workload.class)
                .map(w ->
                        "%s %s %s %d"
                                .formatted(
                                        w.workloadKind().toString().toLowerCase(Locale.ROOT),
                                        w.label(),
                                        w.labels().getOrDefault("number", "-"),
                                        w.replicas().orElse(0)))
                .toList();
    }

    private static String set(String kind, int replicas) {
        return """
        apiVersion: apps/v1
        kind: %s
        metadata: {name: web, namespace: shop}
        spec: {replicas: %d, template: {metadata: {labels: {app: web}}}}
        """
                .formatted(kind, replicas);
    }

    private static String pod(String name, String labels, String kind, String maker) {
        return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          labels: {app: web%s}
          ownerReferences: [{kind: %s, name: %s}]
        """
                .formatted(name, labels, kind, maker);
    }

    @Test
    void whereAllPodsDifferFromTheTemplateTheyAreTheWorkload() {
        String one = pod("web-0", ", number: a", "StatefulSet", "web");
        assertThat(workloads(set("StatefulSet", 1), one, POLICY))
                .containsExactly("stateful_set web a 1");
        assertThat(read(set("StatefulSet", 1), one, POLICY).aliases())
                .containsOnlyKeys("shop/web-0");
        String other = pod("web-1", ", number: b", "StatefulSet", "web");
        assertThat(workloads(set("StatefulSet", 2), one, other, POLICY))
                .containsExactly("stateful_set web a 1", "stateful_set web b 1");
    }

    @Test
    void podsThatAreNotListedStayTheWorkloadOfTheTemplate() {
        String one = pod("web-0", ", number: a", "StatefulSet", "web");
        assertThat(workloads(set("StatefulSet", 2), one, POLICY))
                .containsExactly("stateful_set web - 2", "stateful_set web a 1");
    }

    @Test
    void podsThatAreAlikeStayTheWorkloadOfTheTemplate() {
        String one = pod("web-0", ", number: a", "StatefulSet", "web");
        String other = pod("web-1", "", "StatefulSet", "web");
        assertThat(workloads(set("StatefulSet", 2), one, other, POLICY))
                .containsExactly("stateful_set web - 2", "stateful_set web a 1");
    }

    @Test
    void podsOfAReplicaSetThatIsNotListedAreThoseOfItsDeployment() {
        String hash = ", pod-template-hash: 5d9c";
        String one = pod("web-5d9c-x", hash, "ReplicaSet", "web-5d9c");
        assertThat(workloads(set("Deployment", 3), one)).containsExactly("deployment web - 3");
        String odd = pod("web-5d9c-y", hash + ", number: a", "ReplicaSet", "web-5d9c");
        assertThat(workloads(set("Deployment", 1), odd, POLICY))
                .containsExactly("deployment web a 1");
    }

    @Test
    void replicaSetsOfOtherNamesAreNone() {
        String hash = ", pod-template-hash: 5d9c";
        String other = pod("api-5d9c-x", hash, "ReplicaSet", "api-5d9c");
        String own = pod("web-5d9c-x", "", "ReplicaSet", "web-5d9c");
        assertThat(workloads(set("Deployment", 3), other, own))
                .containsExactly(
                        "deployment web - 3",
                        "replica_set api-5d9c - 1",
                        "replica_set web-5d9c - 1");
    }
}
