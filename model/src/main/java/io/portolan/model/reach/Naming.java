package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.StandIns;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Puts names in place of the addresses that stand for what the design does not say, wherever a
/// verdict speaks of them.
final class Naming {
    private final CompiledDesign compiled;
    private @Nullable StandIns known;

    Naming(CompiledDesign compiled) {
        this.compiled = compiled;
    }

    private synchronized StandIns standIns() {
        StandIns all = known;
        if (all == null) {
            all = StandIns.of(compiled);
            known = all;
        }
        return all;
    }

    String named(String text) {
        return StandIns.mayBeIn(text) ? standIns().named(text) : text;
    }

    Verdict of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var path) -> new Verdict.Allowed(path(path));
            case Verdict.Denied(var path, var by) -> new Verdict.Denied(path(path), hop(by));
            case Verdict.Partly(var path, var protocol, var allowed, var by) ->
                    new Verdict.Partly(path(path), protocol, allowed, hop(by));
            case Verdict.NoRoute(var path, var reason) ->
                    new Verdict.NoRoute(path(path), named(reason));
            case Verdict.Undefined(var path, var reason) ->
                    new Verdict.Undefined(path(path), named(reason));
        };
    }

    private List<Hop> path(List<Hop> path) {
        return path.stream().map(this::hop).toList();
    }

    private Hop hop(Hop hop) {
        return new Hop(
                hop.point(),
                hop.owner(),
                hop.subject(),
                hop.outcome(),
                named(hop.because()),
                hop.origin(),
                named(hop.seen()),
                hop.selectedBy(),
                hop.header());
    }
}
