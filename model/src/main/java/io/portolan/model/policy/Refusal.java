package io.portolan.model.policy;

/// Silent, or with an answer (TCP reset, ICMP unreachable, 403).
public enum Refusal {
    DROP,
    REJECT
}
