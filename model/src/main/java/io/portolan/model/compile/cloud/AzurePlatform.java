package io.portolan.model.compile.cloud;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.FilterAction;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.List;

/// The addresses of Azure's host node: DNS, DHCP and the agent of the machine at 168.63.129.16, the
/// metadata of the instance at 169.254.169.254. Groups do not filter them, unless a rule names them
/// by their service tag; a design has no tags, so a rule that denies the address alone may be meant
/// so. Sources: Azure, "Network security groups overview", platform considerations, and "What is IP
/// address 168.63.129.16?".
final class AzurePlatform {
    private static final Cidr HOST = Cidr.parse("168.63.129.16/32");
    private static final Cidr METADATA = Cidr.parse("169.254.169.254/32");

    private AzurePlatform() {}

    /// What comes before the rules of a group for what leaves.
    static List<Rule> rules(CloudFirewall group) {
        Expr<Traffic> host =
                Expr.anyOf(
                        Terms.to(Transport.UDP, PortSet.of(53, 67)),
                        Terms.to(Transport.TCP, PortSet.of(53, 80, 32526)));
        return List.of(
                rule(group, "DNS, DHCP and agent of Azure", HOST, host),
                rule(
                        group,
                        "metadata of Azure",
                        METADATA,
                        Terms.to(Transport.TCP, PortSet.of(80))));
    }

    private static Rule rule(
            CloudFirewall group, String words, Cidr address, Expr<Traffic> traffic) {
        Action action = isDenied(group, address) ? open(address) : Terms.ALLOW;
        return new Rule(
                words,
                Terms.any().to(Terms.at(List.of(address))).on(traffic),
                action,
                Terms.builtIn(words));
    }

    private static boolean isDenied(CloudFirewall group, Cidr address) {
        return group.outbound().stream()
                .anyMatch(rule ->
                        rule.action() != FilterAction.PERMIT
                                && rule.destinations().contains(address));
    }

    private static Action open(Cidr address) {
        return Terms.either(
                "whether the rule about %s stands for a service tag is not drawn"
                        .formatted(address.first()));
    }
}
