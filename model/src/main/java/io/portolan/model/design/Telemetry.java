package io.portolan.model.design;

import java.util.Optional;

/// What a mesh reports. `sampling` is the share of traced requests in per cent.
public record Telemetry(boolean metrics, boolean accessLog, Optional<Integer> sampling) {}
