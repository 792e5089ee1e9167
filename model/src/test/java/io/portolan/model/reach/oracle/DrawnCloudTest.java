package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Cloud filters from a drawing to the verdict.
class DrawnCloudTest extends Words {
    /// Two subnets of a network with its router, and the Internet.
    private static final String NETWORK =
            """
            elements:
              vpc: {kind: cloudNetwork, label: vpc, provider: PROVIDER, ranges: [10.0.0.0/16]}
              a: {kind: subnet, label: a, parent: vpc, range: 10.0.1.0/24}
              b: {kind: subnet, label: b, parent: vpc, range: 10.0.2.0/24}
              net: {kind: subnet, label: net, range: 198.51.100.0/24}
              away: {kind: subnet, label: away, range: 10.7.0.0/24}
              web: {kind: virtualMachine, label: web, parent: a, addresses: [10.0.1.10]}
              web2: {kind: virtualMachine, label: web2, parent: a, addresses: [10.0.1.11]}
              db: {kind: database, label: db, parent: b, addresses: [10.0.2.20]}
              client: {kind: client, label: client, parent: net, ranges: [198.51.100.0/24]}
              branch: {kind: client, label: branch, parent: away, ranges: [10.7.0.0/24]}
              r:
                kind: router
                label: r
                platform: other
                interfaces:
                  - {name: a, address: 10.0.1.1/24}
                  - {name: b, address: 10.0.2.1/24}
                  - {name: net, address: 198.51.100.1/24}
                  - {name: away, address: 10.7.0.1/24}
            """;

    private static final String WITHOUT_ROUTER = NETWORK.substring(0, NETWORK.indexOf("  r:\n"));

    private static Lab cloud(String provider, String filters) {
        return Drawn.lab(provider, NETWORK.replace("PROVIDER", provider) + filters.indent(2));
    }

    // ---------------------------------------------------------------- AWS

    private static final String GROUPS =
            """
            sg-web:
              kind: cloudFirewall
              label: sg-web
              firewallKind: security-group
              protects: [web, web2]
              inbound:
                - {name: web-443, action: permit, protocol: tcp, ports: "443"}
                - {name: web-8080, action: permit, groups: [sg-web], protocol: tcp, ports: "8080"}
              outbound:
                - {name: web-db, action: permit, groups: [sg-db], protocol: tcp, ports: "5432,5433"}
                - {name: web-web, action: permit, groups: [sg-web]}
              policy: existing
            sg-db:
              kind: cloudFirewall
              label: sg-db
              firewallKind: security-group
              protects: [db]
              inbound: [{name: db-5432, action: permit, groups: [sg-web], protocol: tcp, ports: "5432"}]
              policy: existing
            acl-b:
              kind: cloudFirewall
              label: acl-b
              firewallKind: network-acl
              protects: [b]
              inbound:
                - {name: last, order: 200, action: deny}
                - {name: "100", order: 100, action: permit, sources: [10.0.1.0/24], protocol: tcp, ports: "5432"}
              outbound: [ANSWER]
              policy: existing
            """;
    private static final String EPHEMERAL =
            "{name: back, action: permit, destinations: [10.0.1.0/24], protocol: tcp, ports:"
                    + " PORTS}";

    private static Lab aws(String answer) {
        return cloud("aws", GROUPS.replace("ANSWER", answer));
    }

    @Test
    void securityGroupsAndNetworkAcls() {
        Lab lab = aws(EPHEMERAL.replace("PORTS", "1024-65535"));
        lab.from("web")
                .to("db", 5432)
                .allowed("group reference, answer on the client's port", "reply: acl-b/b-out#back");
        lab.from("web")
                .to("db", 5433)
                .denied("union without a match", "security-groups/in#", "last");
        lab.from("db")
                .to("web", 443)
                .denied("security group without egress rule", "security-groups/out#default");
        lab.from("web").to("web2", 8080).allowed("inside a subnet no ACL is met");
        lab.from("client").to("web", 443).allowed("stateful: the answer needs no rule");
        lab.from("client").to("web", 8080).denied("not of the group");
        aws("").from("web").to("db", 5432).denied("stateless return", "reply: acl-b/b-out#default");
    }

    @Test
    void securityGroupsCannotDeny() {
        cloud(
                        "aws",
                        GROUPS.replace("ANSWER", "")
                                .replace("name: web-443, action: permit", "name: x, action: deny"))
                .from("client")
                .to("web", 443)
                .undefined("what such a line means is open", "cannot deny");
    }

    @Test
    void aNetworkAclWithoutARouterIsUndecidedBetweenSubnets() {
        String acl =
                """
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [vpc]
                  policy: existing
                """;
        Lab lab = Drawn.lab("aws", WITHOUT_ROUTER.replace("PROVIDER", "aws") + acl.indent(2));
        assertThat(lab.from("web").to("db", 5432).said().verdict())
                .isEqualTo(Interpreter.Verdict.UNDEFINED);
        lab.from("web").to("web2", 80).allowed("inside a subnet it is not met");
        cloud("aws", acl)
                .from("web")
                .to("db", 5432)
                .denied("it denies by default", "acl/a-out#default", "acl/b-in#default");
    }

    private static final String FIREWALL =
            """
            anfw:
              kind: cloudFirewall
              label: anfw
              firewallKind: network-firewall
              protects: [r]
              inbound:
                - {name: log, action: log}
                - {name: drop, order: 1, action: deny, protocol: tcp}
                - {name: pass, order: 2, action: permit, sources: [10.0.1.0/24], protocol: tcp, ports: "443"}
              policy: existing
            """;

    @Test
    void networkFirewallActionOrder() {
        Lab lab = cloud("aws", FIREWALL);
        lab.from("web").to("db", 443).allowed("pass before drop whatever the order", "pass");
        lab.from("web").to("db", 22).denied("drop", "anfw/r#drop");
        lab.from("web")
                .to("db", 53)
                .over(17)
                .allowed("unmatched passes", "default of action order");
        Lab strict = cloud("aws", FIREWALL + "  evaluation: strict-order\n  unmatched: deny\n");
        strict.from("web").to("db", 443).denied("the order decides", "drop");
        strict.from("web").to("db", 53).over(17).denied("drop_strict", "default of strict order");
        cloud("aws", FIREWALL + "  evaluation: strict-order\n")
                .from("web")
                .to("db", 53)
                .over(17)
                .allowed("without a default that drops it passes");
        cloud("aws", FIREWALL.replace("[r]", "[vpc]"))
                .from("web")
                .to("db", 443)
                .undefined("what is sent through it is not drawn", "not drawn");
    }

    @Test
    void networkFirewallStatelessPass() {
        String stateless =
                FIREWALL.replace(
                        "inbound:\n",
                        "inbound:\n"
                                + "    - {name: s1, list: stateless, action: permit, protocol: tcp,"
                                + " ports: \"22\"}\n"
                                + "    - {name: s2, list: stateless, action: permit, protocol: tcp,"
                                + " ports: \"25\"}\n"
                                + "    - {name: s3, list: stateless, action: permit, protocol: tcp,"
                                + " sourcePorts: \"25\"}\n"
                                + "    - {name: s4, list: stateless, action: deny, protocol: tcp,"
                                + " ports: \"23\"}\n"
                                + "    - {name: s5, list: stateless, action: next}\n");
        Lab lab = cloud("aws", stateless);
        lab.from("web").to("db", 25).allowed("passes by the stateful engine both ways", "s2", "s3");
        lab.from("web")
                .to("db", 22)
                .undefined("its answer is unknown to the engine", "answer to s1");
        lab.from("web").to("db", 23).denied("stateless drop", "s4");
        lab.from("web").to("db", 443).allowed("forwarded to the stateful engine", "pass");
    }

    // ---------------------------------------------------------------- Azure

    private static final String SECURITY =
            """
            nsg-b:
              kind: cloudFirewall
              label: nsg-b
              firewallKind: network-security-group
              protects: [b]
              inbound: [{name: no-ssh, order: 100, action: deny, protocol: tcp, ports: "22"}]
              policy: existing
            nsg-db:
              kind: cloudFirewall
              label: nsg-db
              firewallKind: network-security-group
              protects: [db]
              inbound:
                - {name: later, order: 300, action: permit, sources: [10.0.1.11/32]}
                - {name: web2, order: 110, action: deny, sources: [10.0.1.11/32]}
              policy: existing
            """;

    @Test
    void azureGroups() {
        Lab lab = cloud("azure", SECURITY);
        lab.from("web").to("db", 5432).allowed("the network is open", "65000 AllowVnetInBound");
        lab.from("web2")
                .to("db", 5432)
                .denied(
                        "subnet and card must allow",
                        "nsg-b/subnet/in#65000",
                        "nsg-db/nic/in#web2");
        lab.from("web").to("db", 22).denied("subnet group", "no-ssh");
        lab.from("client").to("db", 443).denied("65500", "default of 65500 DenyAllInBound");
        lab.from("client").to("web", 443).allowed("no group present: allowed");
        lab.from("db").to("client", 443).allowed("to the Internet", "65001 AllowInternetOutBound");
        lab.from("branch").to("db", 443).undefined("whether it is connected is not drawn", "65000");
    }

    @Test
    void azureAdminRulesComeFirst() {
        Lab lab =
                cloud(
                        "azure",
                        SECURITY
                                + """
                                admin:
                                  kind: cloudFirewall
                                  label: admin
                                  firewallKind: admin-rules
                                  protects: [vpc]
                                  inbound:
                                    - {name: always, order: 1, action: permit, protocol: tcp, ports: "22"}
                                    - {name: allow, order: 2, action: next, protocol: tcp, ports: "5432"}
                                    - {name: never, order: 3, action: deny, protocol: tcp, ports: "23"}
                                  policy: existing
                                """);
        lab.from("web").to("db", 22).allowed("AlwaysAllow silences the groups", "always");
        lab.from("web2").to("db", 5432).denied("Allow goes on to the groups", "web2");
        lab.from("client").to("web", 23).denied("Deny without any group", "admin/in#never");
        lab.from("client").to("web", 80).allowed("no admin rule, no group");
    }

    // ---------------------------------------------------------------- GCP

    private static final String RULES =
            """
            org:
              kind: cloudFirewall
              label: org
              firewallKind: hierarchical-policy
              protects: [vpc]
              inbound:
                - {name: go-on, order: 10, action: next, sources: [10.0.0.0/8]}
                - {name: no-ssh, order: 20, action: deny, protocol: tcp, ports: "22"}
              policy: existing
            tag-web:
              kind: cloudFirewall
              label: tag-web
              firewallKind: vpc-rules
              protects: [web]
              inbound:
                - {name: allow, action: permit, protocol: tcp, ports: "443,22"}
                - {name: deny, order: 1000, action: deny, sources: [198.51.100.128/25], protocol: tcp, ports: "443"}
              policy: existing
            global:
              kind: cloudFirewall
              label: global
              firewallKind: global-policy
              protects: [vpc]
              inbound:
                - {name: g443, action: deny, protocol: tcp, ports: "443"}
                - {name: g80, action: permit, protocol: tcp, ports: "80"}
              policy: existing
            """;

    @Test
    void gcpOrder() {
        Lab lab = cloud("gcp", RULES);
        lab.from("client").as("198.51.100.7").to("web", 443).allowed("target", "allow");
        lab.from("client").as("198.51.100.200").to("web", 443).denied("a tie: deny wins", "deny");
        lab.from("client")
                .as("198.51.100.7")
                .to("web", 22)
                .denied("the organisation first", "no-ssh");
        lab.from("web2").to("web", 22).allowed("goto_next goes on", "allow");
        lab.from("web").to("db", 5432).denied("implied", "default of implied deny ingress");
        lab.from("web").to("db", 80).allowed("network policy after the rules", "g80");
        lab.from("db").to("client", 443).allowed("implied allow egress");
        cloud("gcp", RULES + "  evaluation: before-vpc-rules\n")
                .from("client")
                .as("198.51.100.7")
                .to("web", 443)
                .denied("network policy before the rules", "g443");
    }
}
