package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A firewall before every cluster, and the core firewall with its networks of hosts.
final class ScaleDevices extends ScaleWords {
    static final int NETWORKS = 20;

    private static final int HOSTS = 100;
    private static final int[] PORTS = {22, 53, 80, 443, 1433, 1521, 3306, 5432, 8080, 8443, 9092};

    private final ScaleDice dice;
    private final int clusters;

    ScaleDevices(ScaleDice dice, int clusters) {
        this.dice = dice;
        this.clusters = clusters;
    }

    static Forwarding firewall(int c) {
        return new Forwarding(
                "fw" + c,
                List.of(
                        at("in", "pods" + c, "10.%d.255.254".formatted(40 + c)),
                        at("out", "core", "172.31.0.%d".formatted(10 + c))),
                List.of(
                        entry(
                                "10.%d.255.0/24".formatted(40 + c),
                                new Forwarding.NextHop.Attached("in")),
                        entry("0.0.0.0/0", new Forwarding.NextHop.Via("out", "core"))));
    }

    static List<Estate.Member> hosts(int n) {
        return IntStream.range(0, HOSTS).mapToObj(h -> host(n, h)).toList();
    }

    private static Estate.Member host(int n, int h) {
        return member(
                "net%02d/h%d".formatted(n, h),
                PeerKind.MACHINE,
                "net" + n,
                "172.16.%d.%d/32".formatted(n, 10 + h));
    }

    Forwarding core() {
        List<Forwarding.Interface> interfaces = new ArrayList<>();
        List<Forwarding.Entry> entries = new ArrayList<>();
        interfaces.add(at("core", "core", "172.31.0.1"));
        for (int n = 0; n < NETWORKS; n++) {
            interfaces.add(at("net" + n, "net" + n, "172.16.%d.1".formatted(n)));
            entries.add(
                    entry(
                            "172.16.%d.0/24".formatted(n),
                            new Forwarding.NextHop.Attached("net" + n)));
        }
        for (int c = 0; c < clusters; c++) {
            entries.add(
                    entry(
                            "10.%d.255.0/24".formatted(40 + c),
                            new Forwarding.NextHop.Via("core", "fw" + c)));
        }
        return new Forwarding("core", interfaces, entries);
    }

    /// A list of rules at a device.
    EnforcementPoint filter(String device, int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Expr<Traffic> ports =
                    switch (dice.below(15)) {
                        case 0 -> Expr.any();
                        case 1, 2 -> Expr.is(Traffic.to(Transport.TCP, PortSet.range(1024, 65535)));
                        default -> tcp(PORTS[dice.below(PORTS.length)]);
                    };
            Match match = any().from(block()).to(block()).on(ports);
            rules.add(rule("acl" + i, match, dice.below(5) == 0 ? DENY : ALLOW));
        }
        return new EnforcementPoint(
                device,
                device,
                Layer.DEVICE,
                new Position.AtDevice(device, Slot.BEFORE_SNAT, View.CURRENT, Expr.<Passage>any()),
                Replies.ADMITTED,
                List.of(new Block("acl", FIRST, List.of(policy("acl", Expr.any(), rules)), DENY)));
    }

    private Expr<Peer> block() {
        int c = dice.below(Math.max(1, clusters));
        int n = dice.below(NETWORKS);
        return switch (dice.below(12)) {
            case 0 -> Expr.any();
            case 1, 2 -> at(Cidr.parse("10.%d.255.0/24".formatted(40 + c)));
            case 3, 4 -> at(Cidr.parse("172.16.%d.%d/29".formatted(n, 8 * dice.below(14))));
            case 5 -> at(Cidr.parse("172.16.%d.0/20".formatted(n & ~15)));
            case 6, 7, 8 -> at(Cidr.parse("172.16.%d.0/24".formatted(n)));
            default -> at(Cidr.parse("172.16.%d.%d/32".formatted(n, 10 + dice.below(HOSTS))));
        };
    }
}
