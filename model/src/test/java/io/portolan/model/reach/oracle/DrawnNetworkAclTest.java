package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Network ACLs of AWS in drawings without any device: a cloud network routes by itself.
class DrawnNetworkAclTest extends Words {
    private static Lab withoutRouter(String acl) {
        return Drawn.lab(
                "aws", DrawnCloud.WITHOUT_ROUTER.replace("PROVIDER", "aws") + acl.indent(2));
    }

    @Test
    void aNetworkAclWithoutRulesDeniesWhatLeavesASubnet() {
        String acl =
                """
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [vpc]
                  policy: existing
                """;
        withoutRouter(acl)
                .from("web")
                .to("db", 5432)
                .denied("it denies by default", "acl/a-out#default", "acl/b-in#default");
        withoutRouter(acl).from("web").to("web2", 80).allowed("inside a subnet it is not met");
        DrawnCloud.cloud("aws", acl)
                .from("web")
                .to("db", 5432)
                .denied("it denies by default", "acl/a-out#default", "acl/b-in#default");
    }

    /// Nobody draws the router of a cloud network: the borders are there all the same.
    @Test
    void aNetworkAclDecidesInADrawingWithoutARouter() {
        String acl =
                """
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [b]
                  inbound: [{name: in, action: permit, sources: [10.0.1.0/24], protocol: tcp, ports: "5432"}]
                  outbound: [{name: out, action: permit, protocol: tcp, ports: "PORTS"}]
                  policy: existing
                """;
        Lab lab = withoutRouter(acl.replace("PORTS", "1024-65535"));
        lab.from("web").to("db", 5432).allowed("both ways", "acl/b-in#in", "reply: acl/b-out#out");
        lab.from("web").to("db", 22).denied("no such rule", "acl/b-in#default");
        lab.from("client").to("db", 5432).denied("from elsewhere", "acl/b-in#default");
        lab.from("db").to("web", 8080).denied("the answer has no rule", "reply: acl/b-in#default");
        withoutRouter(acl.replace("PORTS", "443"))
                .from("web")
                .to("db", 5432)
                .denied("stateless return", "reply: acl/b-out#default");
    }

    @Test
    void aNetworkAclKnowsNoConnections() {
        String acl =
                """
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [b]
                  inbound: [{name: in, action: permit}]
                  outbound: [{name: out, action: permit, established: true}]
                  policy: existing
                """;
        withoutRouter(acl).from("web").to("db", 5432).undefined("no such rule", "acl/b-out");
    }

    @Test
    void networkAclsDoNotFilterTheServicesOfTheCloud() {
        String acl =
                """
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [b]
                  policy: existing
                metadata: {kind: externalApi, label: metadata, parent: a, ranges: [169.254.169.254/32]}
                other: {kind: externalApi, label: other, parent: a, ranges: [169.254.169.1/32]}
                """;
        Lab lab = withoutRouter(acl);
        lab.from("db").to("metadata", 80).allowed("metadata", "DNS, metadata and time");
        lab.from("db").to("other", 80).denied("another address", "acl/b-out#default");
    }

    @Test
    void aNetworkAclDerivedFromTheFlowsLetsTheirAnswersBack() {
        String derived =
                """
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [vpc]
                  policy: derived
                """;
        String flows =
                """
                flows:
                  f: {from: web, to: db, intent: allow, protocol: tcp, ports: "5432", encryption: not-required}
                """;
        Lab lab =
                Drawn.lab(
                        "aws",
                        DrawnCloud.WITHOUT_ROUTER.replace("PROVIDER", "aws")
                                + derived.indent(2)
                                + flows);
        lab.from("web").to("db", 5432).allowed("both borders", "acl/a-out#f", "acl/b-in#f");
        lab.from("web").to("db", 22).denied("no flow", "acl/a-out#default");
    }

    /// Which address a pod has at the border depends on its node, which nothing draws.
    @Test
    void podsAtABorderThatNobodyDrawsAreUndefined() {
        String estate =
                """
                k:
                  kind: cluster
                  label: k
                  parent: a
                  podRanges: [10.244.0.0/16]
                  nodeRanges: [10.0.1.128/25]
                  masquerade: outside-cluster
                  policy: existing
                pods: {kind: workload, label: pods, parent: k, workloadKind: deployment}
                acl:
                  kind: cloudFirewall
                  label: acl
                  firewallKind: network-acl
                  protects: [a]
                  outbound: [{name: out, action: permit}]
                  inbound: [{name: in, action: permit}]
                  policy: existing
                """;
        withoutRouter(estate).from("pods").to("db", 5432).undefined("which address", "no router");
    }
}
