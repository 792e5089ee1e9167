package io.portolan.model.design;

import java.util.Optional;

/// The network plug-in of a cluster, which decides what policies do there.
public record Cni(CniProduct product, Optional<String> version, Encapsulation encapsulation) {}
