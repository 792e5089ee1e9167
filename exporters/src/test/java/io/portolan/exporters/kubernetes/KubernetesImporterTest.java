package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.ImportResult.Ignored;
import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServiceType;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class KubernetesImporterTest {

    private static ImportResult read(String... texts) {
        return new KubernetesImporter()
                .read(
                        IntStream.range(0, texts.length)
                                .mapToObj(i -> new Source("f%d.yaml".formatted(i), texts[i]))
                                .toList());
    }

    private static List<String> names(ImportResult result) {
        return result.design()
                .all(Workload.class)
                .map(w -> w.parent().map(ElementId::value).orElse("") + "/" + w.label())
                .toList();
    }

    private static Workload workload(ImportResult result) {
        return result.design().all(Workload.class).findFirst().orElseThrow();
    }

    private static String deployment(String name) {
        return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, namespace: shop}
        spec:
          replicas: 3
          template:
            metadata: {labels: {app: %s}}
            spec:
              serviceAccountName: seller
              containers:
              - name: main
                ports: [{name: http, containerPort: 8080}, {containerPort: 53, protocol: UDP}]
        """
                .formatted(name, name);
    }

    @Test
    void deploymentCountsOnceWithWhatItsTemplateSays() {
        Workload web = workload(read(deployment("web")));
        assertThat(web.id()).hasToString("cluster/shop/web");
        assertThat(web.workloadKind()).isEqualTo(WorkloadKind.DEPLOYMENT);
        assertThat(web.labels()).containsExactly(Map.entry("app", "web"));
        assertThat(web.replicas()).contains(3);
        assertThat(web.serviceAccount()).contains("seller");
        assertThat(web.ports()).extracting(p -> p.port()).containsExactly(8080, 53);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StatefulSet:apps/v1",
                "DaemonSet:apps/v1",
                "ReplicaSet:apps/v1",
                "ReplicationController:v1",
                "Job:batch/v1",
                "Deployment:extensions/v1beta1"
            })
    void everyKindThatMakesPodsIsAWorkload(String kindAndVersion) {
        String[] words = kindAndVersion.split(":", -1);
        String text =
                deployment("web")
                        .replace("kind: Deployment", "kind: " + words[0])
                        .replace("apps/v1", words[1]);
        ImportResult result = read(text);
        assertThat(names(result)).containsExactly("cluster/shop/web");
        assertThat(workload(result).workloadKind()).isNotEqualTo(WorkloadKind.OTHER);
        assertThat(result.ignored()).isEmpty();
    }

    @Test
    void cronJobHasTheTemplateOfItsJobs() {
        Workload nightly =
                workload(
                        read(
                                """
                                {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "nightly"},
                                 "spec": {"jobTemplate": {"spec": {"template": {"metadata": {"labels": {"app": "n"}}}}}}}
                                """));
        assertThat(nightly.labels()).containsEntry("app", "n");
        assertThat(nightly.parent()).contains(new ElementId("cluster/default"));
    }

    @Test
    void podsOfOneOwnerAreOneWorkloadUnlessTheirLabelsDiffer() {
        String pod =
                """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web-%s
                  labels: {app: %s}
                  ownerReferences: [{kind: ReplicaSet, name: web}]
                """;
        ImportResult same = read(pod.formatted("1", "a") + pod.formatted("2", "a"));
        assertThat(names(same)).containsExactly("cluster/default/web");
        assertThat(workload(same).replicas()).contains(2);
        assertThat(workload(same).workloadKind()).isEqualTo(WorkloadKind.REPLICA_SET);
        ImportResult gap = read(pod.formatted("1", "a") + pod.formatted("2", "b"));
        assertThat(names(gap)).containsExactly("cluster/default/web", "cluster/default/web");
    }

    @Test
    void podOfADeclaredMakerStandsForItselfWhereAPolicySpeaksOfItsOwnLabel() {
        String pod =
                """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web-0
                  namespace: shop
                  labels: {app: web, statefulset.kubernetes.io/pod-name: web-0}
                  ownerReferences: [{kind: Deployment, name: web}]
                ---
                """;
        assertThat(names(read(deployment("web") + pod))).containsExactly("cluster/shop/web");
        String policy =
                policy("").replace("{}", "{matchLabels: {statefulset.kubernetes.io/pod-name: a}}");
        assertThat(names(read(deployment("web") + pod + policy)))
                .containsExactly("cluster/shop/web", "cluster/shop/web");
    }

    @Test
    void podOfANodeStandsForItself() {
        Workload pod =
                workload(
                        read(
                                """
                                apiVersion: v1
                                kind: Pod
                                metadata: {name: etcd, ownerReferences: [{kind: Node, name: n1}]}
                                """));
        assertThat(pod.label()).isEqualTo("etcd");
        assertThat(pod.workloadKind()).isEqualTo(WorkloadKind.POD);
    }

    @Test
    void replicaSetOfADeploymentThatIsThereIsTheDeployment() {
        String set =
                deployment("web-7d9")
                        .replace("kind: Deployment", "kind: ReplicaSet")
                        .replace(
                                "namespace: shop}",
                                "namespace: shop, ownerReferences: [{kind: Deployment, name:"
                                        + " web}]}");
        assertThat(names(read(deployment("web"), set))).containsExactly("cluster/shop/web");
        assertThat(names(read(set))).containsExactly("cluster/shop/web-7d9");
    }

    @Test
    void serviceOfTheNameOfAWorkloadGetsItsKindBehind() {
        ImportResult result =
                read(
                        deployment("web"),
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web, namespace: shop}
                        spec:
                          clusterIP: None
                          selector: {app: web}
                          ports: [{port: 80, targetPort: http}]
                        """);
        Service service = result.design().all(Service.class).findFirst().orElseThrow();
        assertThat(service.id()).hasToString("cluster/shop/web-service");
        assertThat(service.type()).isEqualTo(ServiceType.HEADLESS);
        assertThat(service.ports().getFirst().target()).contains("http");
    }

    @Test
    void namespacesThatAreOnlyMentionedExist() {
        ImportResult result =
                read(
                        "{apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: {team:"
                                + " a}}}",
                        deployment("web"));
        assertThat(result.design().all(Namespace.class))
                .extracting(Namespace::label)
                .containsExactly("ops", "shop");
        assertThat(result.design().all(Namespace.class).findFirst().orElseThrow().labels())
                .containsEntry("team", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# comment only\n---\n%s---\n\n---\n# Source: chart/empty.yaml\n",
                "apiVersion: v1\nkind: List\nitems:\n- %s",
                "- %s",
                "- - %s"
            })
    void documentsListsAndEmptyDocumentsAreRead(String around) {
        String before = around.substring(0, around.indexOf("%s"));
        int indent = before.length() - before.lastIndexOf('\n') - 1;
        String text = around.formatted(deployment("web").indent(indent).stripLeading());
        ImportResult result = read(text);
        assertThat(names(result)).containsExactly("cluster/shop/web");
        assertThat(result.ignored()).isEmpty();
    }

    @Test
    void entriesOfATypedListNeedNotSayTheirKind() {
        String list =
                """
                {"kind": "PodList", "apiVersion": "v1", "items": [{"metadata": {"name": "a"}}]}
                """;
        assertThat(names(read(list))).containsExactly("cluster/default/a");
    }

    @Test
    void unknownKindsAreListedAndNeverFail() {
        ImportResult result = read("{apiVersion: acme.org/v1, kind: Widget, metadata: {name: w}}");
        assertThat(result.ignored())
                .extracting(Ignored::kind, Ignored::name, Ignored::line)
                .containsExactly(tuple("Widget", "default/w", 1));
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void brokenDocumentDoesNotHideItsNeighbours() {
        ImportResult result =
                read(deployment("web") + "---\n{{ .Values.x }}: [\n---\n" + deployment("api"));
        assertThat(names(result)).containsExactly("cluster/shop/web", "cluster/shop/api");
        assertThat(result.ignored()).hasSize(1);
        assertThat(result.ignored().getFirst().line()).isEqualTo(14);
    }

    private static String policy(String spec) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: guard, namespace: shop}
        spec:
          podSelector: {}
        """
                + spec.indent(2);
    }

    @Test
    void policyBecomesRulesThatKnowTheirLines() {
        ImportResult result =
                read(policy("ingress:\n- ports: [{port: 80}]\n- from: [{podSelector: {}}]"));
        List<EnforcementPoint> points = result.design().observed().points();
        assertThat(points).extracting(EnforcementPoint::owner).containsExactly("cluster");
        Policy guard = points.getFirst().blocks().getLast().policies().getFirst();
        assertThat(guard.name()).isEqualTo("shop/guard");
        assertThat(guard.rules())
                .extracting(Rule::name, r -> r.remark().origin())
                .containsExactly(
                        tuple("shop/guard[0]", new Origin.Line("f0.yaml", 7)),
                        tuple("shop/guard[1]", new Origin.Line("f0.yaml", 8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ingress: [{from: [{}]}]                                              | podSelector
                    ingress: [{from: [{ipBlock: {cidr: 10.0.0.300/8}}]}]                  | 10.0.0.300
                    ingress: [{from: [{ipBlock: {cidr: 10.0.0.0}}]}]                      | prefix length
                    ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/9]}}]}] | within
                    ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]   | alone
                    ingress: [{ports: [{port: 80, endPort: 79}]}]                         | endPort
                    ingress: [{ports: [{port: http, endPort: 80}]}]                       | number
                    ingress: [{ports: [{endPort: 80}]}]                                   | number
                    ingress: [{ports: [{port: 65536}]}]                                   | 65536
                    ingress: [{ports: [{port: 80, protocol: ICMP}]}]                      | ICMP
                    policyTypes: [Both]                                                   | Both
                    ingress: [{from: [{podSelector: {matchExpressions: [{key: a, operator: In}]}}]}] | at least one
                    ingress: [{from: [{podSelector: {matchExpressions: [{key: a, operator: Is}]}}]}] | (Is)
                    ingress: 5                                                            | list
                    """)
    void policyThatTheServerRefusesIsAProblem(String spec, String word) {
        List<Problem> problems = read(policy(spec)).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().object()).isEqualTo("NetworkPolicy shop/guard");
        assertThat(problems.getFirst().message())
                .contains("NetworkPolicy shop/guard")
                .contains(word);
    }

    @Test
    void policiesOfOthersAreKeptAsNotAnalysed() {
        ImportResult result =
                read(
                        "{apiVersion: cilium.io/v2, kind: CiliumLocalRedirectPolicy, metadata:"
                                + " {name: c}}");
        assertThat(result.design().observed().notAnalysed())
                .extracting(r -> r.about())
                .containsExactly("CiliumLocalRedirectPolicy default/c");
        assertThat(result.ignored()).hasSize(1);
    }

    @Test
    void policiesOfTwoPluginsAreNotMixed() {
        ImportResult result =
                read(
                        """
                        {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: a}, spec: {}}
                        ---
                        apiVersion: cilium.io/v2
                        kind: CiliumNetworkPolicy
                        metadata: {name: b}
                        spec: {endpointSelector: {}, ingress: [{}]}
                        """);
        assertThat(result.design().observed().notAnalysed())
                .extracting(r -> r.about())
                .containsExactly("CiliumNetworkPolicy default/b");
    }

    @Test
    void clusterIsCalledAsAsked() {
        ImportResult result =
                new KubernetesImporter()
                        .naming("east")
                        .read(List.of(new Source("a.yaml", deployment("web"))));
        assertThat(workload(result).id()).hasToString("east/shop/web");
    }
}
