package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.format.DesignReader;
import io.portolan.model.net.PortSet;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// A server that its firewall shows to others at another address.
class PublishedTest {
    private static final String DRAWN =
            """
            portolan: 1
            name: test
            elements:
              outside: {kind: subnet, label: outside, range: 203.0.113.0/24}
              dmz: {kind: subnet, label: dmz, range: 10.20.0.0/24}
              client: {kind: virtualMachine, label: client, parent: outside, addresses: [203.0.113.77]}
              web: {kind: virtualMachine, label: web, parent: dmz, addresses: [10.20.0.10]}
              fw:
                kind: firewall
                label: fw
                platform: forti-os
                version: 7.0.1
                policy: existing
                interfaces: [{name: outside, address: 203.0.113.1/24}, {name: dmz, address: 10.20.0.1/24}]
                rules: [RULE]
                nat: [{name: web, kind: destination, in: outside, destinations: [203.0.113.10/32], protocol: tcp, ports: "8443", to: 10.20.0.10/32, toPort: 443}]
            flows:
              f: {from: client, to: web, intent: allow, protocol: tcp, ports: "PORT", encryption: not-required}
            """;
    private static final String BY_VIP =
            "{name: vip, action: permit, translatedBy: [web], in: outside, out: dmz}";

    private static Verdict verdict(String rule, String port) {
        String text = DRAWN.replace("RULE", rule).replace("PORT", port);
        Design design = DesignReader.read(text).design().orElseThrow();
        return Reachability.of(PlanCompiler.compile(design))
                .evaluate(design.flows().firstEntry().getValue());
    }

    @Test
    void aFlowMayDialTheAddressThatIsShown() {
        assertThat(verdict(BY_VIP, "443"))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        open -> assertThat(open.path().toString()).contains("nat web", "vip"));
    }

    @Test
    void whatIsNotShownStaysDenied() {
        assertThat(verdict(BY_VIP, "22")).isInstanceOf(Verdict.Denied.class);
        assertThat(verdict("", "443")).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void aRuleThatMayMatchLeavesItOpen() {
        String sometimes = BY_VIP.replace("}", ", condition: office hours}");
        assertThat(verdict(sometimes, "443")).isInstanceOf(Verdict.Undefined.class);
    }

    /// What names its real address is dropped before it is translated back.
    private static final String GATEWAY =
            """
            portolan: 1
            name: test
            elements:
              outside: {kind: subnet, label: outside, range: 203.0.113.0/24}
              dmz: {kind: subnet, label: dmz, range: 10.20.0.0/24}
              client: {kind: virtualMachine, label: client, parent: outside, addresses: [203.0.113.77]}
              app: {kind: virtualMachine, label: app, parent: dmz, addresses: [10.20.0.11]}
              gw:
                kind: gateway
                label: gw
                parent: dmz
                product: envoy
                addresses: [10.20.0.10]
                listeners: [{name: web, port: 80, protocol: http}]
                routes: [{name: all, listener: web, backend: app, port: 8080}]
              fw:
                kind: firewall
                label: fw
                platform: nftables
                policy: existing
                interfaces: [{name: outside, address: 203.0.113.1/24}, {name: dmz, address: 10.20.0.1/24}]
                chains: [{name: pre, hook: prerouting, priority: -150, policy: permit}, {name: fwd, hook: forward, policy: permit}]
                rules: [{name: real, list: pre, action: deny, destinations: [10.20.0.10/32]}]
                nat: [{name: www, kind: destination, in: outside, destinations: [203.0.113.10/32], to: 10.20.0.10/32}]
            flows:
              f: {from: client, to: gw, intent: allow, protocol: tcp, ports: "80", encryption: not-required}
            """;

    @Test
    void aGatewayIsReachedThoughItSendsOn() {
        Design design = DesignReader.read(GATEWAY).design().orElseThrow();
        assertThat(
                        Reachability.of(PlanCompiler.compile(design))
                                .evaluate(design.flows().firstEntry().getValue()))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        open -> assertThat(open.path().toString()).contains("nat www"));
    }

    // ---------------------------------------------------------------- who reaches what

    private static Relation relation(String rule) {
        String text =
                DRAWN.replace("RULE", rule)
                        .replace("PORT", "443")
                        .replace(
                                "elements:\n",
                                "elements:\n  world: {kind: client, label: world, parent: outside, ranges: [203.0.113.32/28]}\n");
        Design design = DesignReader.read(text).design().orElseThrow();
        return Reachability.of(PlanCompiler.compile(design)).relation();
    }

    @Test
    void whoeverReachesTheAddressThatIsShownReachesTheMember() {
        Relation relation = relation(BY_VIP);
        TrafficSet https = new TrafficSet(PortSet.of(443), PortSet.NONE, PortSet.NONE, false);
        assertThat(relation.allowed("client", "web")).isEqualTo(https);
        assertThat(relation.allowed("world", "web")).isEqualTo(https);
        assertThat(relation.allowed("web", "client")).isEqualTo(TrafficSet.NONE);
        List<Relation.Connection> visited = new ArrayList<>();
        relation.forEach(visited::add);
        assertThat(visited)
                .contains(
                        new Relation.Connection(
                                new Relation.End.Member("client"),
                                new Relation.End.Member("web"),
                                https),
                        new Relation.Connection(
                                new Relation.End.Member("world"),
                                new Relation.End.Member("web"),
                                https));
        assertThat(visited).doesNotHaveDuplicates();
        assertThat(relation.reaching("web"))
                .containsExactlyInAnyOrderElementsOf(
                        visited.stream()
                                .filter(c -> c.to().equals(new Relation.End.Member("web")))
                                .toList());
        assertThat(relation.reachedBy("client"))
                .containsExactlyInAnyOrderElementsOf(
                        visited.stream()
                                .filter(c -> c.from().equals(new Relation.End.Member("client")))
                                .toList());
    }

    @Test
    void whatIsShownAndDeniedIsNotReached() {
        assertThat(relation("").allowed("world", "web")).isEqualTo(TrafficSet.NONE);
        Relation sometimes = relation(BY_VIP.replace("}", ", condition: office hours}"));
        assertThat(sometimes.allowed("world", "web")).isEqualTo(TrafficSet.NONE);
        assertThat(sometimes.possible("world", "web").tcp()).isEqualTo(PortSet.of(443));
    }
}
