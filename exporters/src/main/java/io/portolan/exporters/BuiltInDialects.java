package io.portolan.exporters;

import io.portolan.exporters.firewall.asa.Asa;
import io.portolan.exporters.firewall.nftables.Nftables;
import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyExporter;
import io.portolan.exporters.mesh.istio.IstioExporter;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.DialectProvider;
import io.portolan.exporters.spi.Proof;

import java.util.List;
import java.util.Optional;

/// The dialects that come with Portolan, sorted, one a line.
public final class BuiltInDialects implements DialectProvider {
    @Override
    public List<Dialect> dialects() {
        // spotless:off
        return List.of(
                Asa.dialect(),
                new Dialect(
                        "istio",
                        "Istio",
                        Proof.SCHEMA,
                        Optional.of(new IstioExporter()),
                        Optional.empty()),
                new Dialect(
                        "kubernetes",
                        "Kubernetes manifests",
                        Proof.REAL_PROGRAM,
                        Optional.empty(),
                        Optional.of(new KubernetesImporter())),
                new Dialect(
                        "networkpolicy",
                        "Kubernetes NetworkPolicy",
                        Proof.PARSER,
                        Optional.of(new NetworkPolicyExporter()),
                        Optional.empty()),
                Nftables.dialect());
        // spotless:on
    }
}
