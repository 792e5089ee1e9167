package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;

/// The pods of a workload with ports that bypass their proxy; `alone` if their labels select no
/// other workload of the namespace.
public record Bypassing(String namespace, LabelSelector pods, boolean alone, Bypass bypass) {}
