package io.portolan.exporters.mesh.istio;

/// What an AuthorizationPolicy does with what its rules match. AUDIT decides nothing and is not
/// read.
enum AuthorizationAction {
    CUSTOM,
    DENY,
    ALLOW
}
