package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Filters of Azure and GCP from a drawing to the verdict, and what flows need of any cloud.
class DrawnAzureAndGcpTest extends Words {
    static final String SECURITY =
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
        Lab lab = DrawnCloud.cloud("azure", SECURITY);
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
                DrawnCloud.cloud(
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

    static final String RULES =
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
        Lab lab = DrawnCloud.cloud("gcp", RULES);
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
        DrawnCloud.cloud("gcp", RULES + "  evaluation: before-vpc-rules\n")
                .from("client")
                .as("198.51.100.7")
                .to("web", 443)
                .denied("network policy before the rules", "g443");
    }

    private static Lab closed(String provider, String kind, String denied) {
        String filter =
                """
                metadata: {kind: externalApi, label: metadata, parent: net, ranges: [169.254.169.254/32]}
                host: {kind: externalApi, label: host, parent: net, ranges: [168.63.129.16/32]}
                filter:
                  kind: cloudFirewall
                  label: filter
                  firewallKind: %s
                  protects: [b]
                  outbound: [{name: out, order: 200, action: deny%s}]
                  policy: existing
                """
                        .formatted(kind, denied);
        return DrawnCloud.cloud(provider, filter);
    }

    @Test
    void nothingFiltersTheMetadataServerOfGoogle() {
        for (String kind : new String[] {"hierarchical-policy", "vpc-rules", "global-policy"}) {
            Lab lab = closed("gcp", kind, "");
            lab.from("db")
                    .to("metadata", 80)
                    .allowed(kind, "the metadata server is always reached");
            lab.from("db").to("metadata", 53).over(17).allowed(kind, "the metadata server");
            lab.from("db").to("host", 80).denied(kind, "out");
            lab.from("db").to("client", 443).denied(kind, "out");
        }
    }

    @Test
    void groupsOfAzureDoNotFilterTheHostNodeUnlessARuleMayNameItByItsTag() {
        Lab lab = closed("azure", "network-security-group", "");
        lab.from("db").to("metadata", 80).allowed("metadata", "metadata of Azure");
        lab.from("db").to("host", 53).over(17).allowed("DNS", "DNS, DHCP and agent of Azure");
        lab.from("db").to("host", 32526).allowed("agent", "DNS, DHCP and agent of Azure");
        lab.from("db").to("host", 443).denied("no service of it", "out");
        lab.from("db").to("metadata", 22).denied("no service of it", "out");
        Lab tagged =
                closed("azure", "network-security-group", ", destinations: [169.254.169.254/32]");
        tagged.from("db").to("metadata", 80).undefined("or an address", "stands for a service tag");
        tagged.from("db").to("host", 80).allowed("not about it");
    }

    @Test
    void whetherMailLeavesACloudIsNotSaid() {
        for (String provider : new String[] {"azure", "gcp"}) {
            Lab open = DrawnCloud.cloud(provider, "");
            open.from("db").to("client", 25).undefined("public", "vpc/mail-out");
            open.from("db").to("web", 25).allowed("private");
            open.from("db").to("client", 587).allowed("by a relay");
        }
        DrawnCloud.cloud("other", "").from("db").to("client", 25).allowed("nothing is known");
        closed("gcp", "vpc-rules", "").from("db").to("client", 25).denied("by a rule", "out");
    }

    @Test
    void derivedRulesLetTheFlowsPassAndNothingElse() {
        for (String kind :
                new String[] {
                    "security-group", "network-acl", "network-security-group", "vpc-rules"
                }) {
            String filter =
                    """
                    filter: {kind: cloudFirewall, label: filter, firewallKind: %s, protects: [a, b], policy: derived}
                    """
                            .formatted(kind);
            String flow =
                    """
                    flows:
                      f: {from: web, to: db, intent: allow, protocol: tcp, ports: "5432", encryption: not-required}
                      g: {from: client, to: web, intent: allow, protocol: udp, ports: "53", encryption: not-required}
                    """;
            Lab lab =
                    Drawn.lab(
                            kind,
                            DrawnCloud.NETWORK.replace("PROVIDER", "other")
                                    + filter.indent(2)
                                    + flow);
            lab.from("web").to("db", 5432).allowed("the flow of TCP");
            lab.from("client").to("web", 53).over(17).allowed("the flow of UDP");
            lab.from("client").to("web", 80).denied("no flow");
        }
    }
}
