package io.portolan.model.policy;

/// What one end of the header becomes.
public record Rewrite(Target address, PortTarget port) {
    public static final Rewrite NONE = new Rewrite(new Target.Unchanged(), new PortTarget.Keep());
}
