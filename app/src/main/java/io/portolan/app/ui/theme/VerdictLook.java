package io.portolan.app.ui.theme;

import io.portolan.model.reach.Verdict;

/// How a verdict is shown: by an icon of its own shape first, then by colour. `word` stands beside
/// it.
public enum VerdictLook {
    ALLOWED("allowed", "verdict-allow", "Allowed"),
    DENIED("denied", "verdict-deny", "Denied"),
    UNDEFINED("undefined", "verdict-undef", "Not defined");

    private final String icon;
    private final String styleClass;
    private final String word;

    VerdictLook(String icon, String styleClass, String word) {
        this.icon = icon;
        this.styleClass = styleClass;
        this.word = word;
    }

    public static VerdictLook of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> ALLOWED;
            case Verdict.Denied _, Verdict.NoRoute _, Verdict.Partly _ -> DENIED;
            case Verdict.Undefined _ -> UNDEFINED;
        };
    }

    /// The word for it in tables.
    public static String wordFor(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Partly _ -> "Partly denied";
            case Verdict.NoRoute _ -> "No route";
            case Verdict.Allowed _, Verdict.Denied _, Verdict.Undefined _ -> of(verdict).word();
        };
    }

    public String icon() {
        return icon;
    }

    public String styleClass() {
        return styleClass;
    }

    public String word() {
        return word;
    }
}
