package io.portolan.model.policy;

/// Rewrites matching connections. A source rewrite found at PREROUTING (matched on the original
/// packet) is carried out after routing.
public record Translation(
        String name, Match match, Rewrite source, Rewrite destination, Remark remark) {}
