package io.portolan.model.reach;

import io.portolan.model.compile.StandIns;

import java.util.List;

/// Puts names in place of the addresses that stand for what the design does not say, wherever a
/// verdict speaks of them.
record Naming(StandIns standIns) {
    Verdict of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var path) -> new Verdict.Allowed(path(path));
            case Verdict.Denied(var path, var by) -> new Verdict.Denied(path(path), hop(by));
            case Verdict.Partly(var path, var allowed, var by) ->
                    new Verdict.Partly(path(path), allowed, hop(by));
            case Verdict.NoRoute(var path, var reason) ->
                    new Verdict.NoRoute(path(path), standIns.named(reason));
            case Verdict.Undefined(var path, var reason) ->
                    new Verdict.Undefined(path(path), standIns.named(reason));
        };
    }

    private List<Hop> path(List<Hop> path) {
        return path.stream().map(this::hop).toList();
    }

    private Hop hop(Hop hop) {
        return new Hop(
                hop.point(),
                hop.owner(),
                hop.outcome(),
                standIns.named(hop.because()),
                hop.origin(),
                standIns.named(hop.seen()),
                hop.selectedBy(),
                hop.remedy().map(standIns::named));
    }
}
