package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// A Kubernetes cluster. Pod, service and node ranges may hold blocks of both families; `podMtu` is
/// in bytes; `masquerade` says whether pods leave the cluster with their node's address.
public record Cluster(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<Cni> cni,
        List<Cidr> podRanges,
        List<Cidr> serviceRanges,
        List<Cidr> nodeRanges,
        Masquerade masquerade,
        Optional<Integer> podMtu,
        Optional<Integer> nodeMtu,
        Optional<String> domain,
        RuleSource policy)
        implements Zone {
    public Cluster {
        podRanges = List.copyOf(podRanges);
        serviceRanges = List.copyOf(serviceRanges);
        nodeRanges = List.copyOf(nodeRanges);
    }

    public Cluster withPodRanges(List<Cidr> other) {
        return new Cluster(
                id,
                label,
                parent,
                about,
                cni,
                other,
                serviceRanges,
                nodeRanges,
                masquerade,
                podMtu,
                nodeMtu,
                domain,
                policy);
    }

    public Cluster withPodMtu(int bytes) {
        return new Cluster(
                id,
                label,
                parent,
                about,
                cni,
                podRanges,
                serviceRanges,
                nodeRanges,
                masquerade,
                Optional.of(bytes),
                nodeMtu,
                domain,
                policy);
    }

    public Cluster with(RuleSource other) {
        return new Cluster(
                id,
                label,
                parent,
                about,
                cni,
                podRanges,
                serviceRanges,
                nodeRanges,
                masquerade,
                podMtu,
                nodeMtu,
                domain,
                other);
    }

    public Cluster withCni(Cni other) {
        return new Cluster(
                id,
                label,
                parent,
                about,
                Optional.of(other),
                podRanges,
                serviceRanges,
                nodeRanges,
                masquerade,
                podMtu,
                nodeMtu,
                domain,
                policy);
    }

    public Cluster withNodeRanges(List<Cidr> other) {
        return new Cluster(
                id,
                label,
                parent,
                about,
                cni,
                podRanges,
                serviceRanges,
                other,
                masquerade,
                podMtu,
                nodeMtu,
                domain,
                policy);
    }
}
