package io.portolan.app.ui.theme;

import io.portolan.model.design.Intent;
import io.portolan.model.reach.Verdict;

/// How a verdict is shown, given what is wanted: by an icon of its own shape first, then by colour.
/// A word stands beside it.
public enum VerdictLook {
    ALLOWED("allowed", "verdict-allow"),
    DENIED("denied", "verdict-deny"),
    UNDEFINED("undefined", "verdict-undef"),
    /// Denied, as it shall be.
    REFUSED("shield", "verdict-allow"),
    /// Allowed, and must never be.
    EXPOSED("warning", "verdict-deny");

    private final String icon;
    private final String styleClass;

    VerdictLook(String icon, String styleClass) {
        this.icon = icon;
        this.styleClass = styleClass;
    }

    public static VerdictLook of(Intent wanted, Verdict verdict) {
        return switch (wanted) {
            case ALLOW ->
                    switch (verdict) {
                        case Verdict.Allowed _ -> ALLOWED;
                        case Verdict.Denied _, Verdict.NoRoute _, Verdict.Partly _ -> DENIED;
                        case Verdict.Undefined _ -> UNDEFINED;
                    };
            case NEVER ->
                    switch (verdict) {
                        case Verdict.Denied _, Verdict.NoRoute _ -> REFUSED;
                        case Verdict.Allowed _, Verdict.Partly _ -> EXPOSED;
                        case Verdict.Undefined _ -> UNDEFINED;
                    };
        };
    }

    /// The word for it in tables.
    public static String wordFor(Intent wanted, Verdict verdict) {
        String word =
                switch (verdict) {
                    case Verdict.Allowed _ -> "Allowed";
                    case Verdict.Denied _ -> "Denied";
                    case Verdict.Partly _ -> "Partly denied";
                    case Verdict.NoRoute _ -> "No route";
                    case Verdict.Undefined _ -> "Not defined";
                };
        return switch (of(wanted, verdict)) {
            case REFUSED -> word + ", rightly";
            case EXPOSED -> word + ", wrongly";
            case ALLOWED, DENIED, UNDEFINED -> word;
        };
    }

    public String icon() {
        return icon;
    }

    public String styleClass() {
        return styleClass;
    }
}
