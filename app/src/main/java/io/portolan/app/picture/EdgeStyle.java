package io.portolan.app.picture;

import io.portolan.model.design.Intent;

/// How a verdict looks: shape first (dash and sign), colour second.
record EdgeStyle(Pen pen, Pen notReached, int colour) {
    private static final double ALLOWED = 1.7;
    private static final double DENIED = 2.2;
    private static final double UNDEFINED = 2;
    private static final double QUIET = 1.4;

    static EdgeStyle of(FlowMark.Kind kind, Intent intent, Palette palette) {
        int colour = palette.of(ink(kind, intent));
        Pen rest = new Pen(palette.of(Ink.FAINT), QUIET, Dash.SPARSE);
        Pen pen =
                switch (kind) {
                    case ALLOWED -> Pen.solid(colour, ALLOWED);
                    case DENIED, PARTLY, NO_ROUTE -> new Pen(colour, DENIED, Dash.DASHED);
                    case UNDEFINED -> new Pen(colour, UNDEFINED, Dash.DOTTED);
                    case UNCHECKED -> Pen.solid(palette.of(Ink.FAINT), QUIET);
                };
        return new EdgeStyle(pen, rest, colour);
    }

    /// A flow that must never be possible is good when it is denied.
    private static Ink ink(FlowMark.Kind kind, Intent intent) {
        return switch (kind) {
            case ALLOWED -> intent == Intent.NEVER ? Ink.DENY : Ink.ALLOW;
            case DENIED, NO_ROUTE -> intent == Intent.NEVER ? Ink.ALLOW : Ink.DENY;
            case PARTLY -> Ink.DENY;
            case UNDEFINED -> Ink.UNDEFINED;
            case UNCHECKED -> Ink.MUTED;
        };
    }
}
