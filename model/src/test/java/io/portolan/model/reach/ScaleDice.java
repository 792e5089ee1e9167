package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Random;

/// What is left to chance; the same sizes throw the same dice in the same order.
final class ScaleDice extends ScaleWords {
    static final List<String> TIERS = List.of("web", "api", "db", "cache", "job");

    private final Random random = new Random(7);

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean either() {
        return random.nextBoolean();
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    Expr<Traffic> traffic() {
        int port = 80 + random.nextInt(300) * 60;
        return switch (random.nextInt(10)) {
            case 0 -> Expr.is(Traffic.to(Transport.TCP, PortSet.range(port, port + 500)));
            case 1 -> udp(port);
            default -> tcp(port);
        };
    }

    Expr<Peer> app() {
        return random.nextInt(3) == 0
                ? labelled(LabelOwner.WORKLOAD, "tier", pick(TIERS))
                : labelled(LabelOwner.WORKLOAD, "app", "a" + random.nextInt(ScaleEstate.WORKLOADS));
    }

    Expr<Peer> peer(int c, int n) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4, 5 -> Expr.allOf(namespace(c, n), app());
            case 6, 7, 8 ->
                    Expr.allOf(
                            podsOf(c),
                            labelled(LabelOwner.NAMESPACE, "team", "t" + random.nextInt(40)),
                            labelled(LabelOwner.WORKLOAD, "tier", pick(TIERS)));
            default ->
                    at(
                            Cidr.parse(
                                    "172.16.%d.0/24"
                                            .formatted(random.nextInt(ScaleDevices.NETWORKS))));
        };
    }
}
