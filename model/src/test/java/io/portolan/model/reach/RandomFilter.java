package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A long access list over heavily nested blocks; few rules are wide open. The same number always
/// gives the same list.
final class RandomFilter {
    private static final int[] LENGTHS = {8, 16, 20, 22, 24, 24, 24, 24, 26, 28, 30, 32, 32, 32};
    private static final int[] PORTS = {22, 53, 80, 443, 1433, 1521, 3306, 5432, 8080, 8443, 9092};
    private static final int BLOCKS = 1_500;
    private static final Remark REMARK = new Remark(new Origin.Line("acl", 1), "", false);

    private final Random random = new Random(3);
    private final List<Cidr> blocks = new ArrayList<>();

    private RandomFilter() {
        for (int i = 0; i < BLOCKS; i++) {
            int length = LENGTHS[random.nextInt(LENGTHS.length)];
            boolean far = random.nextInt(5) == 0;
            String first =
                    "%d.%d.%d.%d"
                            .formatted(
                                    far ? 1 + random.nextInt(220) : 10,
                                    random.nextInt(256),
                                    random.nextInt(256),
                                    random.nextInt(256));
            blocks.add(Cidr.parse(first + "/" + length));
        }
    }

    static EnforcementPoint of(int count) {
        RandomFilter filter = new RandomFilter();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(filter.rule(i));
        }
        Policy policy = new Policy("acl", 1, Expr.any(), PolicyMode.ISOLATES, rules, REMARK);
        return new EnforcementPoint(
                "fw",
                "fw",
                Layer.DEVICE,
                new Position.AtDevice("fw", Slot.BEFORE_SNAT, View.CURRENT, Expr.any()),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "acl",
                                new Discipline.FirstMatch(Ties.AS_LISTED),
                                List.of(policy),
                                new Action.Deny(Refusal.DROP))));
    }

    private Rule rule(int number) {
        boolean anySource = random.nextInt(12) == 0;
        boolean anyDestination = random.nextInt(12) == 0 && !anySource;
        boolean anyPort = random.nextInt(15) == 0 && !anySource && !anyDestination;
        int port = PORTS[random.nextInt(PORTS.length)];
        PortSet ports = random.nextInt(8) == 0 ? PortSet.range(1024, 65535) : PortSet.of(port);
        Match match =
                Match.any()
                        .from(anySource ? Expr.any() : block())
                        .to(anyDestination ? Expr.any() : block())
                        .on(anyPort ? Expr.any() : Expr.is(Traffic.to(Transport.TCP, ports)));
        Action action = random.nextInt(5) == 0 ? new Action.Deny(Refusal.DROP) : new Action.Allow();
        return new Rule("acl " + number, match, action, REMARK);
    }

    private Expr<Peer> block() {
        return Expr.is(new Peer.At(List.of(blocks.get(random.nextInt(BLOCKS)))));
    }
}
