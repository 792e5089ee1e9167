package io.portolan.exporters.mesh.route;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;

import java.util.List;

/// Pods of headless Services that a route is for: whoever dials one by the name of the Service may
/// be sent elsewhere, whoever dials it by its own address is not, and both look the same.
public final class HeadlessRoutes {
    private static final Action PASS = new Action.Pass();

    private HeadlessRoutes() {}

    /// One host with the first of the translations that lead elsewhere.
    public record Led(Dialled host, Translation first) {}

    /// At the clients, before their proxy chooses.
    public static EnforcementPoint point(String owner, Expr<Peer> clients, List<Led> all) {
        Policy policy =
                new Policy(
                        "headless",
                        Double.POSITIVE_INFINITY,
                        clients,
                        PolicyMode.OPEN,
                        all.stream().map(HeadlessRoutes::rule).toList(),
                        all.getFirst().first().remark());
        return new EnforcementPoint(
                owner + "/headless-routes",
                owner,
                Layer.MESH,
                new Position.AtEndpoint(Direction.OUT, Place.SOCKET, clients),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "headless",
                                new Discipline.FirstMatch(Ties.AS_LISTED),
                                List.of(policy),
                                PASS)));
    }

    private static Rule rule(Led led) {
        Dialled host = led.host();
        Remark remark = led.first().remark();
        String why =
                "who dials %s by name is sent elsewhere by %s"
                        .formatted(host.host(), led.first().name());
        List<Expr<Traffic>> ports =
                host.ports().stream()
                        .map(p -> Traffic.to(Transport.TCP, PortSet.of(p.number())))
                        .map(Expr::<Traffic>is)
                        .toList();
        Match match = Match.any().to(host.pods().orElse(Expr.none())).on(new Expr.AnyOf<>(ports));
        Action open = new Action.Either(why, List.of(PASS, new Action.Deny(Refusal.REJECT)));
        return new Rule(led.first().name(), match, open, remark);
    }
}
