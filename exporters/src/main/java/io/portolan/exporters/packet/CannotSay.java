package io.portolan.exporters.packet;

/// A packet filter has no words for something of a rule. Caught where the rule becomes a gap.
public final class CannotSay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotSay(String what) {
        super(what);
    }

    /// What has no words.
    public String what() {
        return String.valueOf(getMessage());
    }
}
