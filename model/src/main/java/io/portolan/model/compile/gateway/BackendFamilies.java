package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;

/// Nodes translate within a family: an IPv6 address of a Service leads to the IPv6 addresses of its
/// pods, and to nobody where they have none.
final class BackendFamilies {
    private final Ground ground;
    private final Cluster cluster;

    BackendFamilies(Ground ground, Cluster cluster) {
        this.ground = ground;
        this.cluster = cluster;
    }

    /// Whether some pod behind the service may be reached there. The pod ranges answer for most.
    boolean serve(Service service, Address dialled) {
        return service.selector().isEmpty()
                || ServiceAddresses.STAND_INS.contains(dialled)
                || mayHave(cluster.podRanges(), dialled)
                || Kube.backends(ground, service).stream()
                        .anyMatch(e -> mayHave(blocks(e), dialled));
    }

    private static boolean mayHave(List<Cidr> blocks, Address like) {
        return blocks.isEmpty() || blocks.stream().anyMatch(b -> b.first().v6() == like.v6());
    }

    private List<Cidr> blocks(Element pods) {
        List<Cidr> own = Addresses.own(pods);
        return own.isEmpty() ? usual(pods) : own;
    }

    private List<Cidr> usual(Element pods) {
        return pods instanceof Workload workload && workload.hostNetwork()
                ? cluster.nodeRanges()
                : cluster.podRanges();
    }
}
