package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one entry of `from`, `to` or `when` asks, by dimension; HTTP conditions apart, for they
/// mean something else where no HTTP can be read.
final class Clause {
    private final List<Expr<Peer>> source = new ArrayList<>();
    private final List<Expr<Peer>> destination = new ArrayList<>();
    private final List<Expr<Traffic>> traffic = new ArrayList<>();
    private final List<Expr<Request>> http = new ArrayList<>();
    private boolean negated;

    void source(Expr<Peer> term) {
        source.add(term);
    }

    void destination(Expr<Peer> term) {
        destination.add(term);
    }

    void traffic(Expr<Traffic> term) {
        traffic.add(term);
    }

    void http(Expr<Request> term) {
        http.add(term);
    }

    void notHttp(Expr<Request> term) {
        http.add(Expr.not(term));
        negated = true;
    }

    /// All clauses together, as a proxy reads them that never sees HTTP: an allowing rule with HTTP
    /// conditions is left out. A denying one keeps what is left of each clause; a clause of which
    /// nothing is left matches nothing, so that the whole rule never does.
    static Optional<Match> withoutHttp(List<Clause> clauses, AuthorizationAction action) {
        boolean isVoid =
                switch (action) {
                    case ALLOW -> clauses.stream().anyMatch(c -> !c.http.isEmpty());
                    case DENY -> clauses.stream().anyMatch(c -> !c.http.isEmpty() && c.isBare());
                    case CUSTOM -> true;
                };
        return isVoid ? Optional.empty() : Optional.of(together(clauses, List.of()));
    }

    private boolean isBare() {
        return source.isEmpty() && destination.isEmpty() && traffic.isEmpty();
    }

    /// All clauses together. On a connection without readable HTTP an allowing rule with HTTP
    /// conditions never matches, and a denying one matches by the rest alone.
    static Match together(List<Clause> clauses, AuthorizationAction action) {
        return together(
                clauses, clauses.stream().flatMap(c -> c.requests(action).stream()).toList());
    }

    private static Match together(List<Clause> clauses, List<Expr<Request>> requests) {
        List<Expr<Peer>> sources = new ArrayList<>();
        List<Expr<Peer>> destinations = new ArrayList<>();
        List<Expr<Traffic>> traffics = new ArrayList<>();
        for (Clause clause : clauses) {
            sources.addAll(clause.source);
            destinations.addAll(clause.destination);
            traffics.addAll(clause.traffic);
        }
        return Match.any()
                .from(IstioText.allOf(sources))
                .to(IstioText.allOf(destinations))
                .on(IstioText.allOf(traffics))
                .asking(IstioText.allOf(requests));
    }

    private List<Expr<Request>> requests(AuthorizationAction action) {
        Expr<Request> hidden = Expr.is(new Request.NoHttp());
        if (http.isEmpty()) {
            return List.of();
        }
        return switch (action) {
            case DENY -> List.of(Expr.anyOf(hidden, IstioText.allOf(http)));
            case ALLOW, CUSTOM -> {
                List<Expr<Request>> all = new ArrayList<>(http);
                if (negated) {
                    all.add(Expr.not(hidden));
                }
                yield all;
            }
        };
    }
}
