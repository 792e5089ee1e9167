package io.portolan.exporters.mesh.linkerd;

/// Who may let somebody in at a Server: policies by name, authorizations, and probes.
record Grants(InboundDefaults defaults, Authorizations authorizations, Probes probes) {}
