package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;

/// What every cluster translates: its services, and its pods on their way out.
final class ScaleServices extends ScaleWords {
    private static final int SERVICES = 50;

    private final ScaleDice dice;
    private final int namespaces;

    ScaleServices(ScaleDice dice, int namespaces) {
        this.dice = dice;
        this.namespaces = namespaces;
    }

    List<NatTable> tables(int c) {
        return List.of(services(c), masquerade(c));
    }

    private NatTable services(int c) {
        List<Translation> all = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            Cidr address = Cidr.parse("10.%d.%d.%d/32".formatted(120 + c, i / 250, 1 + i % 250));
            all.add(
                    new Translation(
                            "svc" + i,
                            any().to(at(address)).on(tcp(80)),
                            Rewrite.NONE,
                            new Rewrite(
                                    new Target.Backends(
                                            Expr.allOf(namespace(c, i % namespaces), dice.app())),
                                    new PortTarget.ToNumber(8080)),
                            REMARK));
        }
        return new NatTable("svc" + c, "c" + c, Hook.SERVICE, podsOf(c), all);
    }

    private static NatTable masquerade(int c) {
        Expr<Peer> outside = Expr.not(at(Cidr.parse("10.%d.0.0/16".formatted(40 + c))));
        Translation own =
                new Translation(
                        "masquerade",
                        any().to(outside),
                        new Rewrite(new Target.Own(), new PortTarget.Keep()),
                        Rewrite.NONE,
                        REMARK);
        return new NatTable("out" + c, "c" + c, Hook.EGRESS, podsOf(c), List.of(own));
    }
}
