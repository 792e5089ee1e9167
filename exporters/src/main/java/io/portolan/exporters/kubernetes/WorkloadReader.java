package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.WorkloadKind;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Objects that make pods from a template. One that belongs to another one of the input (the
/// ReplicaSet of a Deployment, the Job of a CronJob) is that one.
final class WorkloadReader implements KindReader {
    private static final Map<String, WorkloadKind> KINDS =
            Map.of(
                    "Deployment", WorkloadKind.DEPLOYMENT,
                    "StatefulSet", WorkloadKind.STATEFUL_SET,
                    "DaemonSet", WorkloadKind.DAEMON_SET,
                    "ReplicaSet", WorkloadKind.REPLICA_SET,
                    "ReplicationController", WorkloadKind.REPLICATION_CONTROLLER,
                    "Job", WorkloadKind.JOB,
                    "CronJob", WorkloadKind.CRON_JOB);

    private final Workloads workloads;

    private final KnownNodes nodes;

    WorkloadReader(Workloads workloads, KnownNodes nodes) {
        this.workloads = workloads;
        this.nodes = nodes;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return makesPods(manifest);
    }

    static boolean makesPods(Manifest manifest) {
        return KINDS.containsKey(manifest.kind())
                && List.of("", "apps", "batch", "extensions").contains(manifest.group());
    }

    static WorkloadKind kind(String name) {
        return KINDS.getOrDefault(name, name.equals("Pod") ? WorkloadKind.POD : WorkloadKind.OTHER);
    }

    @Override
    public void read(Manifest manifest) {
        Part spec = manifest.spec();
        Part template =
                manifest.kind().equals("CronJob")
                        ? spec.get("jobTemplate", "spec", "template")
                        : spec.get("template");
        Owner self = new Owner(manifest.namespace(), manifest.kind(), manifest.name());
        Optional<Owner> owner = Owner.of(manifest).filter(found -> !found.equals(self));
        owner.ifPresent(found -> workloads.own(self, found));
        boolean someNodes =
                kind(manifest.kind()) == WorkloadKind.DAEMON_SET
                        && !nodes.allTake(template.get("spec"));
        workloads.declare(
                self,
                new Workloads.Declared(
                        PodTemplate.read(template), replicas(manifest, spec), someNodes));
    }

    private static Optional<Integer> replicas(Manifest manifest, Part spec) {
        return switch (manifest.kind()) {
            case "DaemonSet", "CronJob", "Job" -> Optional.empty();
            default -> Optional.of(spec.get("replicas").number().orElse(1));
        };
    }
}
