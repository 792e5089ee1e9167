package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    @Test
    void aNameThatNobodyHasIsInvalid() {
        Ran ran = can("shop/nobody", "shop/db");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("(shop/nobody)");
    }
}
