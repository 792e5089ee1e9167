package io.portolan.app.service;

import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Explanation.Witness;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Severity;

/// How verdicts and their parts are called to people, the same in window, text and pages.
public final class Words {
    /// What verdicts are about.
    public static final String SCOPE = "This holds for new connections.";

    private Words() {}

    /// `tcp 443`, or `tcp, every port`.
    public static String traffic(Flow flow) {
        return flow.ports()
                .map(ports -> flow.protocol() + " " + ports)
                .orElse(
                        flow.protocol()
                                + (flow.protocol().transport().isPresent() ? ", every port" : ""));
    }

    public static String intent(Intent intent) {
        return switch (intent) {
            case ALLOW -> "allow";
            case NEVER -> "never";
        };
    }

    /// One line with the reason that also says whether it is what is wanted.
    public static String verdict(Intent wanted, Verdict verdict) {
        return switch (wanted) {
            case ALLOW -> verdict(verdict);
            case NEVER -> forbidden(verdict);
        };
    }

    private static String forbidden(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> "Allowed, and must never be";
            case Verdict.Denied(_, var by) ->
                    "Denied, as it shall be, at %s: %s".formatted(by.owner(), by.because());
            case Verdict.Partly partly ->
                    "Allowed on %s, and must never be; the rest is denied at %s: %s"
                            .formatted(
                                    partly.allowedWords(),
                                    partly.by().owner(),
                                    partly.by().because());
            case Verdict.NoRoute(_, var reason) -> "No route, as it shall be: " + reason;
            case Verdict.Undefined(_, var reason) ->
                    "Not defined, and must never be allowed: " + reason;
        };
    }

    /// What a list of remedies is for.
    public static String remedies(Intent wanted) {
        return switch (wanted) {
            case ALLOW -> "To let it pass, add";
            case NEVER -> "To stop it, add";
        };
    }

    /// Which one of many is shown.
    public static String witness(Witness one) {
        String port = one.ports() > 1 ? " on port " + one.port() : "";
        String pairs = one.pairs() > 1 ? "%d pairs of ends".formatted(one.pairs()) : "";
        String ports = one.ports() > 1 ? "%d ports".formatted(one.ports()) : "";
        return "Shown for %s to %s%s, one of %s%s%s that were asked about together."
                .formatted(
                        one.from(),
                        one.to(),
                        port,
                        pairs,
                        pairs.isEmpty() || ports.isEmpty() ? "" : " and ",
                        ports);
    }

    /// One line with the reason: `Denied at asa-edge: end of k8s_in`.
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> "Allowed on every layer";
            case Verdict.Denied(_, var by) ->
                    "Denied at %s: %s".formatted(by.owner(), by.because());
            case Verdict.Partly partly ->
                    "Only %s allowed, the rest denied at %s: %s"
                            .formatted(
                                    partly.allowedWords(),
                                    partly.by().owner(),
                                    partly.by().because());
            case Verdict.NoRoute(_, var reason) -> "No route: " + reason;
            case Verdict.Undefined(_, var reason) -> "Not defined: " + reason;
        };
    }

    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> "allows";
            case DENY -> "denies";
            case NOT_IN_SCOPE -> "not in scope";
            case TRANSLATES -> "translates";
            case UNDEFINED -> "not defined";
            case NO_ROUTE -> "no route";
        };
    }

    public static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Info";
        };
    }

    public static String fit(TargetPreview.Fit fit) {
        return switch (fit) {
            case OK -> "ok";
            case LOSSY -> "lossy";
            case UNSUPPORTED -> "unsupported";
            case EMPTY -> "nothing to export";
        };
    }
}
