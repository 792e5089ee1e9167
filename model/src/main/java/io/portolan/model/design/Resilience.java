package io.portolan.model.design;

import java.util.Optional;

/// What a mesh or gateway does about failing calls. Times are in milliseconds.
public record Resilience(
        Optional<Integer> retries,
        Optional<Integer> timeoutMillis,
        Optional<Integer> perTryTimeoutMillis,
        Optional<Integer> maxConnections,
        Optional<Integer> consecutiveErrors,
        Optional<Integer> ejectionSeconds) {}
