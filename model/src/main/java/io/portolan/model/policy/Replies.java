package io.portolan.model.policy;

/// How a point treats packets of a connection that it has let pass.
public enum Replies {
    /// A session lets replies and related errors by.
    ADMITTED,
    /// Every packet is judged; `InState` and mirrored rules decide about replies.
    FILTERED
}
