package io.portolan.exporters.firewall.nftables;

import static io.portolan.exporters.FirewallDesign.anyState;
import static io.portolan.exporters.FirewallDesign.exported;
import static io.portolan.exporters.FirewallDesign.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;

import org.junit.jupiter.api.Test;

class NftablesTest {
    static final String RULES =
            """
                rules:
                  - {name: no-telnet, action: deny, in: left, protocol: tcp, ports: "23", log: true, comment: "never \\"telnet\\""}
                  - {name: v6, action: permit, sources: ["2001:db8::/32", 10.1.0.0/24], protocol: icmp}
                  - {name: gre, action: permit, protocol: "47", destinations: [10.2.0.10/32]}
                nat:
                  - {name: pub, kind: destination, in: left, destinations: [203.0.113.9/32], protocol: tcp, ports: "8443", to: 10.2.0.10/32, toPort: 5432}
                  - {name: hide, kind: source, out: right, sources: [10.1.0.0/24]}
            """;

    @Test
    void everyRuleIsALineWithItsFlow() {
        ExportResult result =
                exported("nftables", RULES, flow("F1", "db", "tcp", "5432,8000-8080"));
        assertThat(result.gaps()).isEmpty();
        Artifact file = result.artifacts().getFirst();
        assertThat(file.path()).isEqualTo("nftables/fw.nft");
        assertThat(anyState(file.text()))
                .isEqualTo(
                        """
                        # nftables rules of fw
                        # Written by Portolan from the design small (STATE).
                        # Change the design and export again instead of editing this file.
                        add table inet portolan
                        delete table inet portolan
                        table inet portolan {
                            chain c_forward {
                                type filter hook forward priority 0; policy drop;
                                ct state established,related counter accept comment "replies and errors"
                                iifname "left" tcp dport 23 counter log prefix "portolan " drop comment "rule no-telnet of the design never 'telnet'"
                                ip saddr 10.1.0.0/24 meta l4proto icmp counter accept comment "rule v6 of the design"
                                ip daddr 10.2.0.10 meta l4proto 47 counter accept comment "rule gre of the design"
                                iifname "left" oifname "right" ip saddr { 10.1.0.10, 10.1.0.12 } ip daddr 10.2.0.10 tcp dport { 5432, 8000-8080 } counter accept comment "flow:F1"
                            }
                            chain nat_in {
                                type nat hook prerouting priority -100; policy accept;
                                iifname "left" ip daddr 203.0.113.9 tcp dport 8443 counter dnat ip to 10.2.0.10:5432 comment "pub"
                            }
                            chain nat_out {
                                type nat hook postrouting priority 100; policy accept;
                                oifname "right" ip saddr 10.1.0.0/24 counter masquerade comment "hide"
                            }
                        }
                        """);
        assertThat(file.marks()).containsExactly(new Artifact.Mark(13, 13, "F1"));
    }

    @Test
    void theSameDesignGivesTheSameBytes() {
        String flow = flow("F1", "db", "tcp", "5432");
        assertThat(exported("nftables", RULES, flow)).isEqualTo(exported("nftables", RULES, flow));
    }

    @Test
    void aPermitThatCannotBeSaidIsAGapAndNoLine() {
        ExportResult result = exported("nftables", "", flow("F2", "api", "tcp", "443"));
        assertThat(result.gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.rule()).isEqualTo("F2");
                    assertThat(gap.about()).containsExactly("F2");
                    assertThat(gap.why()).contains("api.example.net");
                });
        assertThat(result.artifacts().getFirst().text()).doesNotContain("F2");
    }

    @Test
    void aDenyThatCannotBeSaidIsWrittenWider() {
        String longName =
                """
                    rules:
                      - {name: never, action: deny, in: an-interface-with-a-long-name}
                """;
        ExportResult result = exported("nftables", longName);
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("never");
        assertThat(result.artifacts().getFirst().text())
                .contains("        counter drop comment \"rule never of the design\"");
    }
}
