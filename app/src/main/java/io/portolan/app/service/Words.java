package io.portolan.app.service;

import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.policy.Origin;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Severity;

/// How verdicts and their parts are called to people, the same in window, text and pages.
public final class Words {
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

    /// One line with the reason: `Denied at asa-edge: end of k8s_in`.
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> "Allowed on every layer";
            case Verdict.Denied(_, var by) ->
                    "Denied at %s: %s".formatted(by.owner(), by.because());
            case Verdict.Partly(_, var ports, var by) ->
                    "Only %s allowed, the rest denied at %s: %s"
                            .formatted(ports, by.owner(), by.because());
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

    public static String origin(Origin origin) {
        return switch (origin) {
            case Origin.Flow(var id) -> "flow " + id;
            case Origin.Line(var file, var line) -> file + ":" + line;
            case Origin.BuiltIn(var words) -> "platform: " + words;
        };
    }
}
