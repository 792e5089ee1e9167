package io.portolan.exporters.kubernetes.cilium;

import io.portolan.model.design.Service;

import java.util.Optional;
import java.util.function.BiFunction;

/// What policies of Cilium may ask about a cluster beyond Cilium's own objects: its services, by
/// namespace and name.
public record CiliumScope(String cluster, BiFunction<String, String, Optional<Service>> services) {}
