package io.portolan.model.policy;

/// `name` is what a trace shows: sequence number, policy and index, or the line itself.
public record Rule(String name, Match match, Action action, Remark remark) {}
