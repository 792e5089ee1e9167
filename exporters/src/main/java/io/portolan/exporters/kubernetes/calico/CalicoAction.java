package io.portolan.exporters.kubernetes.calico;

/// What a rule of Calico does.
enum CalicoAction {
    ALLOW,
    DENY,
    /// Logs, and goes on with the next rule.
    LOG,
    /// Leaves the tier undecided.
    PASS
}
