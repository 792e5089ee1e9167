package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CalicoShop.inShop;
import static io.portolan.exporters.edgecases.CalicoShop.shop;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Question;

import org.junit.jupiter.api.Test;

/// Tunnels that pods open themselves, past which no policy would see anything.
final class CalicoTunnelsTest {
    private static final String OPEN = inShop("open", "{ingress: [{action: Allow}]}");

    private static String felix(String spec) {
        return """
        apiVersion: projectcalico.org/v3
        kind: FelixConfiguration
        metadata: {name: default}
        spec: {%s}
        """
                .formatted(spec);
    }

    private static EdgeCase.Asked webToDb(String... objects) {
        return shop(objects).from("shop/web").to("shop/db");
    }

    private static Judged ipInIp(EdgeCase.Asked asked) {
        return asked.over(new Protocol(4), PortSet.ALL, Question.Payload.UNSPECIFIED);
    }

    @Test
    void nodesDropThemWhereTheConfigurationIsKnown() {
        EdgeCase.Asked asked = webToDb(OPEN, felix(""));
        asked.udp(4789).isDenied().because("VXLAN of pods");
        asked.udp(53).isAllowed();
        asked.tcp(4789).isAllowed();
        ipInIp(asked).isDenied().because("IP in IP of pods");
    }

    @Test
    void configurationMayLetThemPassOrMoveThePort() {
        EdgeCase.Asked asked =
                webToDb(
                        OPEN,
                        felix(
                                "allowVXLANPacketsFromWorkloads: true,"
                                        + " allowIPIPPacketsFromWorkloads: true"));
        asked.udp(4789).isAllowed();
        ipInIp(asked).isAllowed();
        EdgeCase.Asked moved = webToDb(OPEN, felix("vxlanPort: 8472"));
        moved.udp(8472).isDenied();
        moved.udp(4789).isAllowed();
    }

    @Test
    void withoutTheConfigurationPoliciesAloneDecide() {
        webToDb(OPEN).udp(4789).isAllowed();
        ipInIp(webToDb(OPEN)).isAllowed();
    }
}
