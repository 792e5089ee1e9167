package io.portolan.exporters.firewall.asa;

import static io.portolan.exporters.FirewallDesign.anyState;
import static io.portolan.exporters.FirewallDesign.exported;
import static io.portolan.exporters.FirewallDesign.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;

import org.junit.jupiter.api.Test;

class AsaTest {
    private static final String RULES =
            """
                routes:
                  - {prefix: 0.0.0.0/0, via: 10.2.0.254}
                rules:
                  - {name: no-telnet, action: deny, in: left, protocol: tcp, ports: "23", log: true}
                nat:
                  - {name: pub, kind: destination, in: left, destinations: [203.0.113.9/32], protocol: tcp, ports: "8443", to: 10.2.0.10/32, toPort: 5432}
                  - {name: hide, kind: source, in: left, out: right, sources: [10.1.0.0/24]}
                  - {name: fixed, kind: static, in: right, out: left, sources: [10.2.0.10/32], to: 203.0.113.10/32}
            """;

    @Test
    void theConfigurationHasAListForEveryInterfaceAndADenyAtItsEnd() {
        ExportResult result =
                exported(
                        "asa",
                        RULES,
                        flow("F1", "db", "tcp", "5432,8000-8080"),
                        flow("F2", "api", "tcp", "443"));
        assertThat(result.gaps()).isEmpty();
        assertThat(anyState(result.artifacts().getFirst().text()))
                .isEqualTo(
                        """
                        ! Cisco ASA configuration of fw
                        ! Written by Portolan from the design small (STATE).
                        ! Change the design and export again instead of editing this file.
                        hostname fw
                        !
                        interface GigabitEthernet0/0
                         nameif left
                         security-level 50
                         ip address 10.1.0.1 255.255.255.0
                         no shutdown
                        !
                        interface GigabitEthernet0/1
                         nameif right
                         security-level 80
                         ip address 10.2.0.1 255.255.255.0
                         no shutdown
                        !
                        object-group network F1-src
                         network-object host 10.1.0.10
                         network-object host 10.1.0.12
                        object network pub-dialled
                         host 203.0.113.9
                        object network pub-real
                         host 10.2.0.10
                        object network hide-real
                         subnet 10.1.0.0 255.255.255.0
                        object network fixed-mapped
                         host 203.0.113.10
                        object network FQDN-api.example.net
                         fqdn v4 api.example.net
                        object service tcp-8443
                         service tcp destination eq 8443
                        object service tcp-5432
                         service tcp destination eq 5432
                        !
                        access-list left-in remark portolan rule no-telnet of the design
                        access-list left-in extended deny tcp any any eq 23 log
                        access-list left-in remark portolan flow:F1
                        access-list left-in extended permit tcp object-group F1-src host 10.2.0.10 eq 5432
                        access-list left-in remark portolan flow:F1
                        access-list left-in extended permit tcp object-group F1-src host 10.2.0.10 range 8000 8080
                        access-list left-in remark portolan flow:F2
                        access-list left-in extended permit tcp object-group F1-src object FQDN-api.example.net eq 443
                        access-list left-in extended deny ip any any log
                        !
                        access-list right-in extended deny ip any any log
                        access-group left-in in interface left
                        access-group right-in in interface right
                        nat (left,any) source static any any destination static pub-dialled pub-real service tcp-8443 tcp-5432
                        nat (left,right) source dynamic hide-real interface
                        nat (right,left) source static pub-real fixed-mapped
                        route right 0.0.0.0 0.0.0.0 10.2.0.254
                        """);
    }

    @Test
    void translationsAreWrittenInTheOrderInWhichTheyAreAsked() {
        String nat =
                """
                    nat:
                      - {name: rest, kind: source, section: after-auto, in: left, out: right}
                      - {name: hide, kind: source, in: right, out: left}
                      - {name: pub, kind: destination, in: left, destinations: [203.0.113.9/32], to: 10.2.0.10/32}
                      - {name: net, kind: static, section: object, in: right, out: left, sources: [10.2.0.32/30], to: 203.0.113.32/30}
                      - {name: host, kind: static, section: object, in: right, out: left, sources: [10.2.0.33/32], to: 203.0.113.40/32}
                      - {name: vpn, kind: none, in: right, out: left, sources: [10.2.0.0/24], destinations: [10.1.0.0/24]}
                """;
        String text = exported("asa", nat).artifacts().getFirst().text();
        assertThat(text.lines().filter(line -> line.startsWith("nat ")))
                .containsExactly(
                        "nat (right,left) source dynamic any interface",
                        "nat (left,any) source static any any destination static pub-dialled"
                                + " pub-real",
                        "nat (right,left) source static vpn-real vpn-real destination static vpn-to"
                                + " vpn-to",
                        "nat (right,left) source static host-real host-mapped",
                        "nat (right,left) source static net-real net-mapped",
                        "nat (left,right) source dynamic any interface");
    }

    @Test
    void theLinesOfAFlowAreMarked() {
        Artifact file = exported("asa", "", flow("F1", "db", "tcp", "5432")).artifacts().getFirst();
        assertThat(file.marks())
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.about()).isEqualTo("F1");
                    assertThat(file.text().lines().toList().get(mark.last() - 1))
                            .contains("permit tcp");
                });
    }

    @Test
    void anOutgoingInterfaceThatTheDestinationDoesNotSayIsAGap() {
        String open =
                """
                    rules:
                      - {name: out, action: permit, in: left, out: right, protocol: tcp, ports: "80"}
                      - {name: implied, action: permit, in: left, out: right, destinations: [10.2.0.0/24], protocol: tcp, ports: "81"}
                """;
        ExportResult result = exported("asa", open);
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("out");
        assertThat(result.artifacts().getFirst().text()).contains("eq 81").doesNotContain("eq 80");
    }

    @Test
    void equalLevelsAreOpenedOnlyWhereAFlowNeedsThem() {
        String words = "same-security-traffic permit inter-interface";
        assertThat(exported("asa", "", flow("F1", "db", "tcp", "1")).artifacts().getFirst().text())
                .doesNotContain(words);
    }

    @Test
    void aNetworkMaskIsWrittenOut() {
        assertThat(AsaWriter.mask(0)).isEqualTo("0.0.0.0");
        assertThat(AsaWriter.mask(26)).isEqualTo("255.255.255.192");
    }

    @Test
    void outboundAndGlobalListsAndHairpinsAreWritten() {
        String rules =
                """
                    sameSecurityIntraInterface: true
                    accessGroups: [{list: TO-RIGHT, out: right}, {list: ALL}]
                    rules:
                      - {name: r1, list: TO-RIGHT, action: deny, protocol: tcp, ports: "25"}
                      - {name: r2, list: TO-RIGHT, action: permit}
                      - {name: g1, list: ALL, action: deny, protocol: tcp, ports: "23"}
                """;
        ExportResult result = exported("asa", rules);
        assertThat(result.gaps()).isEmpty();
        assertThat(result.artifacts().getFirst().text())
                .contains(
                        "same-security-traffic permit intra-interface",
                        "access-list left-in extended deny tcp any any eq 23",
                        "access-list right-out extended deny tcp any any eq 25",
                        "access-group right-out out interface right");
    }

    @Test
    void aListThatIsNotDefinedIsClosedAndAGap() {
        ExportResult result = exported("asa", "    accessGroups: [{list: NOWHERE, out: right}]\n");
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("NOWHERE");
        assertThat(result.artifacts().getFirst().text())
                .contains("access-list right-out extended deny ip any any");
    }
}
