package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import org.junit.jupiter.api.Test;

/// AWS security groups, network ACLs and Network Firewall; Azure NSG; GCP firewall.
final class CloudExamplesTest extends Words {
    private static Lab vpc(String system) {
        return new Lab(system)
                .machine("web", "10.0.1.10", "subnet-a", "group:sg-web", "group:tag-web")
                .machine("web2", "10.0.1.11", "subnet-a", "group:sg-web")
                .machine("db", "10.0.2.20", "subnet-b", "group:sg-db", "group:tag-db")
                .external("client", "198.51.100.0/24", "internet")
                .router(
                        "vpc",
                        "if a a subnet-a 10.0.1.1",
                        "if b b subnet-b 10.0.2.1",
                        "if igw igw internet 203.0.113.1",
                        "to 10.0.1.0/24 a",
                        "to 10.0.2.0/24 b",
                        "to 198.51.100.0/24 igw")
                .gateway("subnet-a", "vpc")
                .gateway("subnet-b", "vpc")
                .gateway("internet", "vpc");
    }

    private static Position nic(Direction direction) {
        return at(direction, Place.NIC, Expr.is(new Peer.OfKind(PeerKind.MACHINE)));
    }

    // aws_security_group sg-web: ingress 443 from 0.0.0.0/0, 8080 from sg-web; egress 5432 to sg-db
    // aws_security_group sg-db:  ingress 5432 from sg-web; no egress rule
    // aws_network_acl b: ingress 100 allow tcp 10.0.1.0/24 5432; egress 100 allow tcp 10.0.1.0/24
    // 1024-65535 | (missing)
    private static Lab aws(boolean ephemeral) {
        Lab lab =
                vpc("AWS SG and NACL")
                        .point(
                                "sg-in",
                                "vpc",
                                Layer.CLOUD,
                                nic(Direction.IN),
                                block(
                                        "security groups",
                                        UNION,
                                        DENY,
                                        policy(
                                                "sg-web",
                                                group("sg-web"),
                                                allow("web 443", any().on(tcp(443))),
                                                allow(
                                                        "web 8080",
                                                        any().from(group("sg-web")).on(tcp(8080)))),
                                        policy(
                                                "sg-db",
                                                group("sg-db"),
                                                allow(
                                                        "db 5432",
                                                        any().from(group("sg-web"))
                                                                .on(tcp(5432))))))
                        .point(
                                "sg-out",
                                "vpc",
                                Layer.CLOUD,
                                nic(Direction.OUT),
                                block(
                                        "security groups",
                                        UNION,
                                        DENY,
                                        policy(
                                                "sg-web",
                                                group("sg-web"),
                                                allow(
                                                        "web to db",
                                                        any().to(group("sg-db"))
                                                                .on(tcp(5432, 5433))),
                                                allow("web to web", any().to(group("sg-web")))),
                                        policy("sg-db", group("sg-db"))))
                        .stateless(
                                "nacl-b in",
                                "vpc",
                                Layer.CLOUD,
                                new Position.AtBorder(Direction.IN, "subnet-b"),
                                list(
                                        "nacl b in",
                                        DENY,
                                        allow(
                                                "100",
                                                any().from(cidr("10.0.1.0/24")).on(tcp(5432)))));
        Rule[] out =
                ephemeral
                        ? new Rule[] {
                            allow("100", any().to(cidr("10.0.1.0/24")).on(tcpRange(1024, 65535)))
                        }
                        : new Rule[0];
        return lab.stateless(
                "nacl-b out",
                "vpc",
                Layer.CLOUD,
                new Position.AtBorder(Direction.OUT, "subnet-b"),
                list("nacl b out", DENY, out));
    }

    @Test
    void securityGroupsAndNacls() {
        Lab lab = aws(true);
        lab.from("web")
                .to("db", 5432)
                .allowed("group reference and NACL with ephemeral range", "reply: nacl-b out#100");
        lab.from("web")
                .to("db", 5433)
                .denied("union without a match", "sg-in#default", "nacl-b in#default");
        lab.from("db")
                .to("web", 443)
                .denied("security group without egress rule", "sg-out#default");
        lab.from("web").to("web2", 8080).allowed("inside a subnet no NACL is met");
        lab.from("client").to("web", 443).allowed("stateful: no egress rule needed for the reply");
        aws(false)
                .from("web")
                .to("db", 5432)
                .denied(
                        "stateless return: NACL without the ephemeral range",
                        "reply: nacl-b out#default");
    }

    // pass tcp 10.0.1.0/24 any -> any 443;  drop tcp any any -> any any;   rule order
    // DEFAULT_ACTION_ORDER
    @Test
    void networkFirewall() {
        Rule drop = deny("drop all tcp (first in the file)", any().on(protocol(6)));
        Rule pass =
                allow("pass 443 (last in the file)", any().from(cidr("10.0.1.0/24")).on(tcp(443)));
        Lab byAction =
                vpc("AWS Network Firewall")
                        .point(
                                "anfw",
                                "vpc",
                                Layer.CLOUD,
                                on("vpc", Slot.BEFORE_SNAT),
                                block(
                                        "DEFAULT_ACTION_ORDER",
                                        new Discipline.AllowOverrides(),
                                        ALLOW,
                                        policy("rules", any().source(), drop, pass)));
        byAction.from("web")
                .to("db", 443)
                .allowed("NFW action order: pass before drop whatever the position", "pass 443");
        byAction.from("web").to("db", 22).denied("drop");
        byAction.from("web")
                .to("db", 53)
                .over(17)
                .allowed("unmatched stateful traffic passes", "default of DEFAULT_ACTION_ORDER");
        Lab strict =
                vpc("AWS Network Firewall")
                        .point(
                                "anfw",
                                "vpc",
                                Layer.CLOUD,
                                on("vpc", Slot.BEFORE_SNAT),
                                list("STRICT_ORDER aws:drop_strict", DENY, drop, pass));
        strict.from("web").to("db", 443).denied("STRICT_ORDER: position decides", "drop all tcp");
        strict.from("web").to("db", 53).over(17).denied("drop_strict");
    }

    // NSG subnet-b: 100 inbound Allow Tcp 10.0.1.0/24 -> 5432;  NSG nic db: 110 inbound Deny * from
    // 10.0.1.11
    // 65000 AllowVnetInBound, 65001 AllowAzureLoadBalancerInBound, 65500 DenyAllInBound
    @Test
    void azure() {
        Expr<Peer> vnet = cidr("10.0.0.0/16");
        Lab lab =
                vpc("Azure NSG")
                        .point(
                                "nsg-subnet-b",
                                "vpc",
                                Layer.CLOUD,
                                at(Direction.IN, Place.SUBNET, segment("subnet-b")),
                                list(
                                        "DenyAllInBound",
                                        DENY,
                                        deny("100", any().on(tcp(22))),
                                        new Rule(
                                                "65000",
                                                any().from(vnet).to(vnet),
                                                ALLOW,
                                                builtIn("AllowVnetInBound"))))
                        .point(
                                "nsg-db",
                                "vpc",
                                Layer.CLOUD,
                                at(Direction.IN, Place.NIC, group("sg-db")),
                                list(
                                        "DenyAllInBound",
                                        DENY,
                                        deny("110", any().from(cidr("10.0.1.11"))),
                                        new Rule(
                                                "65000",
                                                any().from(vnet).to(vnet),
                                                ALLOW,
                                                builtIn("AllowVnetInBound"))));
        lab.from("web").to("db", 5432).allowed("default rule 65000 opens the network", "65000");
        lab.from("web2")
                .to("db", 5432)
                .denied("subnet and NIC must both allow", "nsg-subnet-b#65000", "nsg-db#110");
        lab.from("web").to("db", 22).denied("subnet group");
        lab.from("client").to("db", 443).denied("65500", "default of DenyAllInBound");
        lab.from("client").to("web", 443).allowed("no group present: allowed");
    }

    // hierarchical policy: 10 goto_next 10.0.0.0/8 tcp:*;  20 deny tcp:22
    // VPC rules: 1000 allow tcp:443 target tag-web; 1000 deny tcp:443 from 198.51.100.128/25 target
    // tag-web; 500 allow tcp:5432 target tag-db
    @Test
    void gcp() {
        Discipline denyFirst = new Discipline.FirstMatch(Ties.DENY_FIRST);
        Lab lab =
                vpc("GCP firewall")
                        .point(
                                "gcp-in",
                                "vpc",
                                Layer.CLOUD,
                                nic(Direction.IN),
                                block(
                                        "hierarchical",
                                        FIRST,
                                        PASS,
                                        policy(
                                                "org",
                                                any().source(),
                                                rule(
                                                        "org 10 goto_next",
                                                        any().from(cidr("10.0.0.0/8")),
                                                        PASS),
                                                deny("org 20", any().on(tcp(22))))),
                                block(
                                        "vpc rules",
                                        denyFirst,
                                        PASS,
                                        policy(
                                                "web",
                                                1000,
                                                group("tag-web"),
                                                allow("web 443", any().on(tcp(443, 22)))),
                                        policy(
                                                "web-deny",
                                                1000,
                                                group("tag-web"),
                                                deny(
                                                        "web deny",
                                                        any().from(cidr("198.51.100.128/25"))
                                                                .on(tcp(443)))),
                                        policy(
                                                "db",
                                                500,
                                                group("tag-db"),
                                                allow("db 5432", any().on(tcp(5432))))),
                                list("implied deny ingress", DENY));
        lab.from("client").as("198.51.100.7").to("web", 443).allowed("target tag", "web 443");
        lab.from("client")
                .as("198.51.100.200")
                .to("web", 443)
                .denied("equal priority: deny wins", "web deny");
        lab.from("client")
                .as("198.51.100.7")
                .to("web", 22)
                .denied("hierarchical policy first", "org 20");
        lab.from("web2").to("web", 22).allowed("goto_next continues", "web 443");
        lab.from("web").to("db", 443).denied("implied deny ingress");
    }

    @Test
    void ipv6() {
        Lab lab =
                new Lab("IPv6")
                        .machine("a", "2001:db8:1::10", "six")
                        .machine("b", "2001:db8:2::20", "seven")
                        .machine("four", "10.0.0.10", "six")
                        .machine("five", "10.0.1.20", "seven")
                        .router(
                                "r",
                                "if s s six 2001:db8:1::1",
                                "if t t seven 2001:db8:2::1",
                                "to 2001:db8:2::/64 t",
                                "to 2001:db8:1::/64 s",
                                "to 10.0.1.0/24 t",
                                "to 10.0.0.0/24 s")
                        .gateway("six", "r")
                        .gateway("seven", "r")
                        .point(
                                "acl",
                                "r",
                                Layer.DEVICE,
                                on("r", Slot.AFTER_DNAT),
                                list(
                                        "acl",
                                        DENY,
                                        allow("v4 any", any().from(cidr("0.0.0.0/0")).on(tcp(80))),
                                        allow("v6 any", any().from(cidr("::/0")).on(tcp(25))),
                                        allow(
                                                "v6 net",
                                                any().from(cidr("2001:db8:1::/64")).on(tcp(443))),
                                        allow(
                                                "packet-too-big",
                                                any().on(
                                                                Expr.is(
                                                                        new Traffic.Icmp(
                                                                                6,
                                                                                java.util
                                                                                        .OptionalInt
                                                                                        .of(2),
                                                                                java.util
                                                                                        .OptionalInt
                                                                                        .empty()))))));
        lab.from("a").to("b", 443).allowed("an IPv6 block", "v6 net");
        lab.from("a").to("b", 80).denied("0.0.0.0/0 does not match IPv6");
        lab.from("four").to("five", 25).denied("::/0 does not match IPv4");
        lab.from("four").to("five", 80).allowed("each family on its own", "v4 any");
        lab.from("a").to("b", 2 * 256).over(58).allowed("ICMPv6 type 2");
        lab.from("a").to("b", 128 * 256).over(58).denied("ICMPv6 echo is another type");
        lab.from("a").to("b", 0).over(50).denied("ESP is its own protocol");
    }
}
