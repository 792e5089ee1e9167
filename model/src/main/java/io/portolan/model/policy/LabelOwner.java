package io.portolan.model.policy;

/// What carries the label. GROUP: security groups, application security groups, network tags (key =
/// the group).
public enum LabelOwner {
    WORKLOAD,
    NAMESPACE,
    SERVICE_ACCOUNT,
    NODE,
    CLUSTER,
    SEGMENT,
    GROUP
}
