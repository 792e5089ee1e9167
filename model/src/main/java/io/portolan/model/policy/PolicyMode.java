package io.portolan.model.policy;

/// What selecting an endpoint does beyond the rules.
public enum PolicyMode {
    /// The block's `otherwise` then holds for the endpoint.
    ISOLATES,
    /// Rules only (`enableDefaultDeny: false`).
    OPEN,
    /// Kept, shown, not enforced: dry run, staged, audit, a CNI that ignores it.
    SHADOW
}
