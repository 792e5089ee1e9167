package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One connection between what users call by the names that their manifests have.
class CanCommandTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-a
              namespace: shop
              labels: {app: web, track: stable}
              ownerReferences: [{kind: ReplicaSet, name: web}]
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-b
              namespace: shop
              labels: {app: web, track: canary}
              ownerReferences: [{kind: ReplicaSet, name: web}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {clusterIP: 10.96.0.7, selector: {app: db}, ports: [{port: 5432}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress: [{from: [{podSelector: {matchLabels: {track: stable}}}]}]
            """;

    @TempDir private Path folder;

    @BeforeEach
    void manifests() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), PODS);
    }

    private Ran can(String from, String to) {
        return Ran.of("can", folder.toString(), "--from", from, "--to", to, "--port", "5432");
    }

    @Test
    void podsAreCalledByTheirOwnNameToo() {
        assertThat(can("shop/web-a", "shop/db").out()).isEqualTo("allow\n");
        assertThat(can("shop/web-b", "shop/db").out()).isEqualTo("deny\n");
    }

    @Test
    void aWorkloadCanWhatOneOfItsPodsCan() {
        assertThat(can("shop/web", "shop/db").out()).isEqualTo("allow\n");
    }

    @Test
    void whatIsUndefinedSaysWhy() {
        Ran ran =
                Ran.of(
                        "can",
                        folder.toString(),
                        "--from",
                        "shop/web-b",
                        "--to",
                        "shop/db",
                        "--protocol",
                        "icmp");
        assertThat(ran.out()).startsWith("undefined: ").contains("NetworkPolicy");
        assertThat(ran.code()).isZero();
    }

    private static final String PINGS =
            """
            portolan: 1
            name: pings
            elements:
              left: {kind: subnet, label: left, range: 10.1.0.0/24, gateway: 10.1.0.1}
              right: {kind: subnet, label: right, range: 10.2.0.0/24, gateway: 10.2.0.1}
              pc: {kind: virtualMachine, label: pc, parent: left, addresses: [10.1.0.9]}
              db: {kind: database, label: db, parent: right, addresses: [10.2.0.20]}
              fw:
                kind: firewall
                label: fw
                platform: nftables
                policy: existing
                interfaces: [{name: left, address: 10.1.0.1/24}, {name: right, address: 10.2.0.1/24}]
                rules:
                  - {name: ping, action: permit, protocol: icmp, icmpType: 8}
                  - {name: errors, action: permit, protocol: icmp, icmpType: 3}
            """;

    private Ran ping(String command, String... more) throws IOException {
        Path design = Files.writeString(folder.resolve("pings.portolan.yaml"), PINGS);
        List<String> words =
                new ArrayList<>(List.of(command, design.toString(), "--from", "pc", "--to", "db"));
        words.addAll(List.of("--protocol", "icmp"));
        words.addAll(List.of(more));
        return Ran.of(words.toArray(String[]::new));
    }

    @Test
    void partsOfIcmpAreSaidByTypeInAnswersAndInExplanations() throws IOException {
        String words = "destination-unreachable (type 3), echo-request (type 8)";
        assertThat(ping("can").out()).isEqualTo("allow only " + words + "\n");
        assertThat(ping("explain").out()).contains("Only " + words + " allowed, the rest denied");
        assertThat(ping("explain", "--format", "json").out()).contains("Only " + words);
    }

    @Test
    void aPortOfAProtocolWithoutPortsIsInvalid() throws IOException {
        Ran ran = ping("can", "--port", "8");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("The protocol (icmp) has no ports. Leave --port (8) out.");
    }

    @Test
    void aNameThatNobodyHasIsInvalid() {
        Ran ran = can("shop/nobody", "shop/db");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("(shop/nobody)");
    }
}
