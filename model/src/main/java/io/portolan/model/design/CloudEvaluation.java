package io.portolan.model.design;

/// The order in which a cloud platform asks rules, where it can be chosen: an AWS Network Firewall
/// goes by action (its default) or by position, a GCP network asks its VPC rules before its network
/// policies (its default) or after them.
public enum CloudEvaluation {
    ACTION_ORDER,
    STRICT_ORDER,
    AFTER_VPC_RULES,
    BEFORE_VPC_RULES
}
