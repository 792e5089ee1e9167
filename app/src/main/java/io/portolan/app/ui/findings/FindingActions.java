package io.portolan.app.ui.findings;

/// What the details offer beyond the view model: dialogs of the window.
public interface FindingActions {
    /// Asks for reason and date, then suppresses the chosen finding.
    void suppress();
}
