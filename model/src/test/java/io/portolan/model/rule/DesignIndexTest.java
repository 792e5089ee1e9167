package io.portolan.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.rule.PolicyTable.Ask;
import io.portolan.model.rule.PolicyTable.Entry;

import org.junit.jupiter.api.Test;

import java.util.List;

class DesignIndexTest {
    private static final ElementId WEB = ElementId.parse("web");
    private static final ElementId API = ElementId.parse("api");

    private static DesignIndex index(Design design) {
        return RuleLab.context(design).index();
    }

    @Test
    void aServiceStandsForTheWorkloadsItSelects() {
        Design design = RulePage.of("SEG-019").bad();
        DesignIndex index = index(design);
        Service service = design.all(Service.class).findFirst().orElseThrow();
        assertThat(index.backends(service)).extracting(e -> e.id()).containsExactly(API);
        assertThat(index.answering(service.id())).containsExactly(API);
        assertThat(index.answering(WEB)).containsExactly(WEB);
    }

    @Test
    void aGatewayStandsForTheBackendsOfItsRoutes() {
        Design design = RulePage.of("GWY-006").good();
        assertThat(index(design).answering(ElementId.parse("edge"))).containsExactly(API);
    }

    @Test
    void podsOnTheirNodesNetworkBelongToNoMesh() {
        Design design = RulePage.of("MSH-001").good();
        assertThat(index(design).meshOf(WEB)).isPresent();
        Workload web = design.find(WEB, Workload.class).orElseThrow();
        Workload onNode =
                new Workload(
                        web.id(),
                        web.label(),
                        web.parent(),
                        web.about(),
                        web.workloadKind(),
                        web.labels(),
                        web.serviceAccount(),
                        web.ports(),
                        web.replicas(),
                        true,
                        false,
                        web.addresses());
        assertThat(index(design.with(onNode)).meshOf(WEB)).isEmpty();
    }

    @Test
    void aPolicyClosesThoseItSelectsAndNobodyElse() {
        PolicyTable policies = index(RulePage.of("SEG-005").good()).policies();
        int web = policies.members().find("web").orElseThrow();
        int api = policies.members().find("api").orElseThrow();
        assertThat(policies.isolated(Direction.IN).get(api)).isTrue();
        assertThat(policies.isolated(Direction.IN).get(web)).isFalse();
        assertThat(policies.isolated(Direction.OUT).isEmpty()).isTrue();
    }

    @Test
    void aRuleAllowsItsPeerOnItsPortOnly() {
        PolicyTable policies = index(RulePage.of("SEG-005").good()).policies();
        int web = policies.members().find("web").orElseThrow();
        int api = policies.members().find("api").orElseThrow();
        Entry entry =
                policies.governing(api, Direction.IN)
                        .filter(Entry::isolates)
                        .findFirst()
                        .orElseThrow();
        assertThat(policies.allowing(entry, new Ask(api, web, Transport.TCP, 8080))).hasSize(1);
        assertThat(policies.allowing(entry, new Ask(api, web, Transport.TCP, 9090))).isEmpty();
        assertThat(policies.allowing(entry, new Ask(api, web, Transport.UDP, 8080))).isEmpty();
        assertThat(policies.allowing(entry, new Ask(api, api, Transport.TCP, 8080))).isEmpty();
    }

    @Test
    void theNearestNameIsOfferedIfItIsNear() {
        assertThat(Names.nearest("apu", List.of("web", "api"))).contains("api");
        assertThat(Names.nearest("mainframe", List.of("web", "api"))).isEmpty();
    }
}
