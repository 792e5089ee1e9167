package io.portolan.exporters.mesh.route;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;

/// What a route does with the requests of some clients that match: it sends them to any of `to`; to
/// nobody, where the proxy answers itself.
public record Step(
        String name, Expr<Peer> clients, Expr<Request> request, List<Rewrite> to, Origin origin) {
    /// To nobody at all.
    public static final Rewrite NOBODY =
            new Rewrite(new Target.Backends(Expr.none()), new PortTarget.Keep());

    private static final String BY_CHANCE = "which of the destinations of a route it gets";

    public Step {
        to = List.copyOf(to);
    }

    /// To somebody of whom nobody knows anything.
    public static Rewrite unknown(String why) {
        return new Rewrite(new Target.Backends(new Expr.Unknown<>(why)), new PortTarget.Keep());
    }

    /// Whether nothing of what is read is left for the steps after it.
    public boolean takesAll(Expr<Request> read) {
        return clients instanceof Expr.Any<Peer> && request.equals(read);
    }

    /// The same translations, of which it is not known whether they hold.
    public static List<Translation> perhaps(List<Translation> all, String why) {
        return all.stream().map(t -> perhaps(t, why)).toList();
    }

    private static Translation perhaps(Translation t, String why) {
        Match match = t.match().from(Expr.allOf(t.match().source(), new Expr.Unknown<>(why)));
        return new Translation(t.name(), match, t.source(), t.destination(), t.remark());
    }

    /// The same for those of its clients alone who are among these as well.
    public Step among(Expr<Peer> some) {
        Expr<Peer> both = clients instanceof Expr.Any<Peer> ? some : Expr.allOf(clients, some);
        return some instanceof Expr.Any<Peer> ? this : new Step(name, both, request, to, origin);
    }

    /// In the order in which they are asked. Each destination is one of its own, for every one that
    /// may be chosen must work.
    List<Translation> translations(Match dialled) {
        Match match = dialled.from(clients).asking(request);
        List<Rewrite> all = to.isEmpty() ? List.of(NOBODY) : to.stream().distinct().toList();
        List<Translation> translations = new ArrayList<>();
        for (Rewrite one : all.subList(0, all.size() - 1)) {
            translations.add(translation(match.passing(new Expr.Unknown<>(doubt(one))), one));
        }
        translations.add(translation(match, all.getLast()));
        return translations;
    }

    private static String doubt(Rewrite to) {
        return to.address() instanceof Target.Backends(Expr.Unknown<Peer>(var why))
                ? why
                : BY_CHANCE;
    }

    private Translation translation(Match match, Rewrite to) {
        return new Translation(name, match, Rewrite.NONE, to, new Remark(origin, "", false));
    }
}
