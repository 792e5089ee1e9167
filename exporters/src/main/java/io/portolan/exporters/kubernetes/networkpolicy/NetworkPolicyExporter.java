package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Proof;
import io.portolan.exporters.text.CommentHeader;
import io.portolan.exporters.text.IndentingWriter;
import io.portolan.exporters.text.YamlWriter;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the pod policies of every cluster as NetworkPolicies, one file for each namespace.
public final class NetworkPolicyExporter implements Exporter {
    private static final Proof PROOF =
            new Proof(
                    Proof.Strength.PARSER,
                    "Read back by Portolan's importer to the same policies; network-config-analyzer"
                            + " must see the same connections in it.");

    public static Dialect dialect() {
        return new Dialect(
                "networkpolicy",
                "Kubernetes NetworkPolicy",
                PROOF,
                Optional.of(new NetworkPolicyExporter()),
                Optional.empty());
    }

    @Override
    public ExportResult export(ExportRequest request) {
        List<Artifact> artifacts = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        lowered(request)
                .forEach((cluster, lowering) -> {
                    byNamespace(lowering.policies())
                            .forEach((namespace, policies) ->
                                    artifacts.add(
                                            artifact(
                                                    request, cluster + "/" + namespace, policies)));
                    gaps.addAll(lowering.gaps());
                });
        return new ExportResult(artifacts, gaps);
    }

    private static SequencedMap<String, NetworkPolicyLowering> lowered(ExportRequest request) {
        SequencedMap<String, NetworkPolicyLowering> clusters = new TreeMap<>();
        for (EnforcementPoint point : request.compiled().plan().points()) {
            if (point.layer() == Layer.POD_POLICY
                    && point.position()
                            instanceof Position.AtEndpoint(var direction, Place place, var _)
                    && place == Place.NIC) {
                clusters.computeIfAbsent(point.owner(), NetworkPolicyLowering::new)
                        .add(point, direction);
            }
        }
        return clusters;
    }

    private static SequencedMap<String, List<NetworkPolicy>> byNamespace(
            List<NetworkPolicy> policies) {
        return policies.stream()
                .collect(
                        Collectors.groupingBy(
                                NetworkPolicy::namespace, TreeMap::new, Collectors.toList()));
    }

    private static Artifact artifact(
            ExportRequest request, String place, List<NetworkPolicy> policies) {
        IndentingWriter out = YamlWriter.lines();
        CommentHeader.write(
                out, "#", request.origin(), "NetworkPolicies of the namespace " + place + ".");
        YamlWriter yaml = new YamlWriter(out);
        policies.forEach(policy -> yaml.document(NetworkPolicyWriter.write(policy)));
        return out.artifact("kubernetes/" + place + "/network-policies.yaml");
    }
}
