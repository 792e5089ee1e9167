package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Security groups, network ACLs and network firewalls of AWS from a drawing to the verdict.
class DrawnAwsTest extends Words {
    static final String GROUPS =
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
    static final String EPHEMERAL =
            "{name: back, action: permit, destinations: [10.0.1.0/24], protocol: tcp, ports:"
                    + " PORTS}";

    private static Lab aws(String answer) {
        return DrawnCloud.cloud("aws", GROUPS.replace("ANSWER", answer));
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
        DrawnCloud.cloud(
                        "aws",
                        GROUPS.replace("ANSWER", "")
                                .replace("name: web-443, action: permit", "name: x, action: deny"))
                .from("client")
                .to("web", 443)
                .undefined("what such a line means is open", "cannot deny");
    }

    static final String FIREWALL =
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
        Lab lab = DrawnCloud.cloud("aws", FIREWALL);
        lab.from("web").to("db", 443).allowed("pass before drop whatever the order", "pass");
        lab.from("web").to("db", 22).denied("drop", "anfw/r#drop");
        lab.from("web")
                .to("db", 53)
                .over(17)
                .allowed("unmatched passes", "default of action order");
        Lab strict =
                DrawnCloud.cloud(
                        "aws", FIREWALL + "  evaluation: strict-order\n  unmatched: deny\n");
        strict.from("web").to("db", 443).denied("the order decides", "drop");
        strict.from("web").to("db", 53).over(17).denied("drop_strict", "default of strict order");
        DrawnCloud.cloud("aws", FIREWALL + "  evaluation: strict-order\n")
                .from("web")
                .to("db", 53)
                .over(17)
                .allowed("without a default that drops it passes");
        DrawnCloud.cloud("aws", FIREWALL.replace("[r]", "[vpc]"))
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
        Lab lab = DrawnCloud.cloud("aws", stateless);
        lab.from("web").to("db", 25).allowed("passes by the stateful engine both ways", "s2", "s3");
        lab.from("web")
                .to("db", 22)
                .undefined("its answer is unknown to the engine", "answer to s1");
        lab.from("web").to("db", 23).denied("stateless drop", "s4");
        lab.from("web").to("db", 443).allowed("forwarded to the stateful engine", "pass");
    }

    /// A network of a cloud beside a firewall of one's own: its router is not drawn, but there.
    @Test
    void aCloudNetworkRoutesBetweenItsSubnets() {
        String hybrid =
                DrawnCloud.WITHOUT_ROUTER.replace("PROVIDER", "aws")
                        + """
                        fw:
                          kind: router
                          label: fw
                          platform: other
                          interfaces:
                            - {name: net, address: 198.51.100.1/24}
                            - {name: away, address: 10.7.0.1/24}
                            - {name: cloud}
                        links:
                          l: {from: fw, fromInterface: cloud, to: vpc}
                        """
                                .indent(2)
                                .replace("  links:", "links:")
                                .replace("    l:", "  l:");
        String acl =
                """
                  acl:
                    kind: cloudFirewall
                    label: acl
                    firewallKind: network-acl
                    protects: [b]
                    inbound: [{name: in, action: permit, protocol: tcp, ports: "5432"}]
                    outbound: [{name: out, action: permit, protocol: tcp, ports: "1024-65535"}]
                    policy: existing
                """;
        Lab lab = Drawn.lab("aws", hybrid.replace("links:", acl + "links:"));
        lab.from("web").to("db", 5432).allowed("by the router of the network", "acl/b-in#in");
        lab.from("web").to("db", 22).denied("the border is met", "acl/b-in#default");
        lab.from("branch").to("db", 5432).allowed("from elsewhere by the link");
        lab.from("db").to("web", 22).denied("leaving", "acl/b-out#default");
    }

    @Test
    void securityGroupsDoNotFilterTheServicesOfTheCloud() {
        String metadata =
                """
                  metadata: {kind: externalApi, label: metadata, parent: b, ranges: [169.254.169.254/32]}
                """;
        Drawn.lab(
                        "aws",
                        DrawnCloud.NETWORK
                                        .replace("PROVIDER", "aws")
                                        .replace("  r:\n", metadata + "  r:\n")
                                + GROUPS.replace("protects: [b]", "protects: [a]")
                                        .replace("ANSWER", "")
                                        .indent(2))
                .from("db")
                .to("metadata", 80)
                .allowed("metadata", "DNS, metadata and time of AWS");
    }

    @Test
    void neitherGroupsNorListsFilterTheResolverOfTheNetworkAndTheTasks() {
        String services =
                """
                  dns: {kind: externalApi, label: dns, parent: c, ranges: [10.0.0.2/32]}
                  beside: {kind: externalApi, label: beside, parent: c, ranges: [10.0.0.3/32]}
                  c: {kind: subnet, label: c, parent: vpc, range: 10.0.0.0/24}
                  task: {kind: externalApi, label: task, parent: b, ranges: [169.254.170.2/32]}
                  acl: {kind: cloudFirewall, label: acl, firewallKind: network-acl, protects: [a, b], policy: existing}
                """;
        Lab lab =
                Drawn.lab(
                        "aws",
                        DrawnCloud.NETWORK
                                        .replace("PROVIDER", "aws")
                                        .replace(
                                                "      - {name: b,",
                                                "      - {name: c, address: 10.0.0.1/24}\n"
                                                        + "      - {name: b,")
                                        .replace("  r:\n", services + "  r:\n")
                                + GROUPS.replace("protects: [b]", "protects: [a]")
                                        .replace("ANSWER", "")
                                        .indent(2));
        lab.from("db").to("dns", 53).over(17).allowed("two above the first", "the resolver of AWS");
        lab.from("db").to("task", 80).allowed("of ECS", "DNS, metadata and time of AWS");
        lab.from("db").to("dns", 80).denied("no other port", "default");
        lab.from("db").to("beside", 53).denied("no other address", "default");
    }

    @Test
    void whetherMailLeavesDependsOnTheAccount() {
        Lab lab = DrawnCloud.cloud("aws", "");
        lab.from("db").to("client", 25).undefined("public", "vpc/mail-out#AWS blocks mail");
        lab.from("db").to("web", 25).allowed("private");
        lab.from("db").to("branch", 25).allowed("private elsewhere");
        lab.from("db").to("client", 587).allowed("by a relay");
        lab.from("client").to("db", 25).allowed("coming in");
    }
}
