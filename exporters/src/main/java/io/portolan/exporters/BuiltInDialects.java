package io.portolan.exporters;

import io.portolan.exporters.firewall.asa.Asa;
import io.portolan.exporters.firewall.iptables.Iptables;
import io.portolan.exporters.firewall.nftables.Nftables;
import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicyExporter;
import io.portolan.exporters.mesh.istio.IstioExporter;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.DialectProvider;

import java.util.List;

/// The dialects that come with Portolan, sorted, one a line.
public final class BuiltInDialects implements DialectProvider {
    @Override
    public List<Dialect> dialects() {
        // spotless:off
        return List.of(
                Asa.dialect(),
                Iptables.dialect(),
                IstioExporter.dialect(),
                KubernetesImporter.dialect(),
                NetworkPolicyExporter.dialect(),
                Nftables.dialect());
        // spotless:on
    }
}
