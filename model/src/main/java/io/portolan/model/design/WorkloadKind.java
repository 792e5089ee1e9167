package io.portolan.model.design;

/// The kinds of Kubernetes objects that own pods.
public enum WorkloadKind {
    DEPLOYMENT,
    STATEFUL_SET,
    DAEMON_SET,
    JOB,
    CRON_JOB,
    REPLICA_SET,
    REPLICATION_CONTROLLER,
    POD,
    /// Owned by something else: a custom resource.
    OTHER
}
