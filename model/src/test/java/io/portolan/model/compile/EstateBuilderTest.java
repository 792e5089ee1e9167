package io.portolan.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.PeerKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class EstateBuilderTest {
    private static final Compiled SHOP =
            Compiled.of(Shop.with("nftables", Shop.flow("F1", "web", "pg", "5432")));

    @Test
    void workloadsArePodsOfTheirClusterWithTheLabelsThatPoliciesSelect() {
        Estate.Member api = SHOP.member("api");
        assertThat(api.kind()).isEqualTo(PeerKind.POD);
        assertThat(api.addresses()).containsExactly(Cidr.parse("10.1.0.0/16"));
        assertThat(api.segment()).isEqualTo("k1");
        assertThat(api.node()).contains("k1");
        assertThat(api.label(LabelOwner.WORKLOAD, "app")).contains("api");
        assertThat(api.label(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name")).contains("shop");
        assertThat(api.label(LabelOwner.NAMESPACE, "team")).contains("web");
        assertThat(api.label(LabelOwner.CLUSTER, "name")).contains("k1");
        assertThat(api.namedPorts())
                .isEqualTo(Map.of("http", List.of(new Estate.NamedPort(Transport.TCP, 8080))));
        assertThat(api.listens()).contains(PortSet.of(8080));
        assertThat(SHOP.member("web").listens()).isEmpty();
    }

    @Test
    void oneMemberStandsForTheNodesOfACluster() {
        Estate.Member nodes = SHOP.member("k1");
        assertThat(nodes.kind()).isEqualTo(PeerKind.NODE);
        assertThat(nodes.addresses()).containsExactly(Cidr.parse("10.9.0.0/24"));
    }

    @Test
    void servicesAreNoMembers() {
        assertThat(SHOP.result().estate().find("api-svc")).isEmpty();
    }

    @Test
    void aVlanSendsToTheDeviceThatOwnsItsGateway() {
        assertThat(SHOP.result().estate().gateways())
                .containsEntry("vlan", List.of("fw"))
                .containsEntry("k1", List.of("fw"));
    }

    @Test
    void anEndpointWithoutAPlaceIsFoundByItsAddress() {
        Compiled design =
                Compiled.of(
                        """
                        elements:
                          v: {kind: vlan, label: v, tag: 7, subnet: 10.7.0.0/24}
                          host: {kind: virtualMachine, label: host, addresses: [10.7.0.5]}
                        """);
        assertThat(design.member("host").segment()).isEqualTo("v");
    }

    @Test
    void withoutAnAddressAnEndpointGetsOneThatNoNetworkUses() {
        Compiled design =
                Compiled.of(
                        """
                        elements:
                          a: {kind: database, label: a}
                          b: {kind: externalApi, label: b, names: [b.example.net]}
                        """);
        assertThat(design.member("a").addresses()).containsExactly(Cidr.parse("241.0.0.1"));
        assertThat(design.member("b").addresses()).containsExactly(Cidr.parse("241.0.0.2"));
        assertThat(design.member("b").names()).containsExactly("b.example.net");
    }

    @Test
    void onlyOverlappingClustersAreRealmsOfTheirOwn() {
        String cluster =
                """
                  %1$s:
                    kind: cluster
                    label: %1$s
                    podRanges: [%2$s]
                    masquerade: outside-cluster
                    policy: derived
                  w-%1$s: {kind: workload, label: w, parent: %1$s, workloadKind: pod}
                """;
        Compiled design =
                Compiled.of(
                        "elements:\n"
                                + cluster.formatted("a", "10.1.0.0/16")
                                + cluster.formatted("b", "10.1.128.0/17")
                                + cluster.formatted("c", "10.2.0.0/16"));
        assertThat(design.member("w-a").realm()).isEqualTo("a");
        assertThat(design.member("w-b").realm()).isEqualTo("b");
        assertThat(design.member("w-c").realm()).isEmpty();
    }

    @Test
    void membersOfAMeshHaveItsIdentity() {
        Compiled design =
                Compiled.of(
                        Shop.CLUSTER
                                + """
                                  mesh:
                                    kind: mesh
                                    label: mesh
                                    product: istio-sidecar
                                    members: [ns]
                                    mtls: strict
                                    trustDomain: corp.example
                                    outbound: allow-any
                                    policy: derived
                                """);
        assertThat(design.member("api").identity())
                .isEqualTo(Optional.of(new Estate.Identity("corp.example", "shop", "api")));
        assertThat(design.member("web").identity())
                .isEqualTo(Optional.of(new Estate.Identity("corp.example", "shop", "default")));
        assertThat(design.member("web").label(LabelOwner.GROUP, "mesh")).contains("member");
    }
}
