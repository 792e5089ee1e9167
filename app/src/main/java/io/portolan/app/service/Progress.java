package io.portolan.app.service;

/// Hears how far a long piece of work is, and can stop it.
public interface Progress {
    /// Says nothing and never stops.
    Progress NONE =
            new Progress() {
                @Override
                public void report(String what, double fraction) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// `fraction` is from 0 to 1.
    void report(String what, double fraction);

    boolean cancelled();
}
