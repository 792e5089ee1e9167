package io.portolan.model.policy;

/// Text of the source that the plan does not hold and that decides nothing we claim: shown as "not
/// analysed".
public record Remainder(Origin origin, String about, String text) {}
