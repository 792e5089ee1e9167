package io.portolan.model.policy;

/// The evidence for a rule and what else its line said.
public record Remark(Origin origin, String comment, boolean logged) {}
