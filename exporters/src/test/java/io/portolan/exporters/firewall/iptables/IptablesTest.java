package io.portolan.exporters.firewall.iptables;

import static io.portolan.exporters.FirewallDesign.anyState;
import static io.portolan.exporters.FirewallDesign.exported;
import static io.portolan.exporters.FirewallDesign.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.packet.Box;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;
import io.portolan.model.net.Cidr;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class IptablesTest {
    static final String RULES =
            """
                rules:
                  - {name: no-telnet, action: deny, in: left, protocol: tcp, ports: "23", log: true, comment: "never \\"telnet\\""}
                  - {name: web, action: permit, sources: ["2001:db8::/32", 10.1.0.0/24], destinations: ["2001:db8:1::/48", 10.2.0.0/24], protocol: tcp, ports: "80"}
                  - {name: ping, action: permit, protocol: icmp}
                  - {name: gre, action: permit, protocol: "47", destinations: [10.2.0.10/32]}
                nat:
                  - {name: pub, kind: destination, in: left, destinations: [203.0.113.9/32], protocol: tcp, ports: "8443", to: 10.2.0.10/32, toPort: 5432}
                  - {name: pub6, kind: destination, in: left, destinations: ["2001:db8::9/128"], protocol: tcp, ports: "8443", to: "2001:db8:1::a/128", toPort: 5432}
                  - {name: hide, kind: source, in: left, out: right, sources: [10.1.0.0/24]}
                  - {name: as, kind: source, out: left, to: 10.1.0.99/32}
            """;

    @Test
    void theTablesOfIpv4HoldEveryRuleWithItsFlow() {
        ExportResult result =
                exported("iptables", RULES, flow("F1", "db", "tcp", "5432,8000-8080"));
        assertThat(result.gaps()).isEmpty();
        Artifact file = result.artifacts().getFirst();
        assertThat(file.path()).isEqualTo("iptables/fw.rules.v4");
        assertThat(anyState(file.text()))
                .isEqualTo(
                        """
                        # iptables-restore rules of fw. Loading them replaces the tables filter, nat and mangle.
                        # Written by Portolan from the design small (STATE).
                        # Change the design and export again instead of editing this file.
                        *filter
                        :INPUT ACCEPT [0:0]
                        :OUTPUT ACCEPT [0:0]
                        :FORWARD DROP [0:0]
                        -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -m comment --comment "replies and errors" -j ACCEPT
                        -A FORWARD -i left -p tcp -m tcp --dport 23 -m comment --comment "rule no-telnet of the design never 'telnet'" -j LOG --log-prefix "portolan "
                        -A FORWARD -i left -p tcp -m tcp --dport 23 -m comment --comment "rule no-telnet of the design never 'telnet'" -j DROP
                        -A FORWARD -s 10.1.0.0/24 -d 10.2.0.0/24 -p tcp -m tcp --dport 80 -m comment --comment "rule web of the design" -j ACCEPT
                        -A FORWARD -p icmp -m comment --comment "rule ping of the design" -j ACCEPT
                        -A FORWARD -d 10.2.0.10 -p 47 -m comment --comment "rule gre of the design" -j ACCEPT
                        -A FORWARD -i left -o right -s 10.1.0.10 -d 10.2.0.10 -p tcp -m multiport --dports 5432,8000:8080 -m comment --comment "flow:F1" -j ACCEPT
                        -A FORWARD -i left -o right -s 10.1.0.12 -d 10.2.0.10 -p tcp -m multiport --dports 5432,8000:8080 -m comment --comment "flow:F1" -j ACCEPT
                        COMMIT
                        *nat
                        :PREROUTING ACCEPT [0:0]
                        :POSTROUTING ACCEPT [0:0]
                        -A PREROUTING -i left -d 203.0.113.9 -p tcp -m tcp --dport 8443 -m comment --comment "pub" -j DNAT --to-destination 10.2.0.10:5432
                        -A POSTROUTING -m mark --mark 0x10000/0xffff0000 -o right -s 10.1.0.0/24 -m comment --comment "hide" -j MASQUERADE
                        -A POSTROUTING -o left -m comment --comment "as" -j SNAT --to-source 10.1.0.99
                        COMMIT
                        *mangle
                        :PREROUTING ACCEPT [0:0]
                        :FORWARD ACCEPT [0:0]
                        -A FORWARD -i left -j MARK --set-xmark 0x10000/0xffff0000
                        COMMIT
                        """);
        assertThat(file.marks())
                .containsExactly(new Artifact.Mark(14, 14, "F1"), new Artifact.Mark(15, 15, "F1"));
    }

    @Test
    void theTablesOfIpv6HoldWhatIsOfIpv6AndDropTheRest() {
        ExportResult result = exported("iptables", RULES, flow("F1", "db", "tcp", "5432"));
        Artifact file = result.artifacts().get(1);
        assertThat(file.path()).isEqualTo("iptables/fw.rules.v6");
        assertThat(file.text())
                .endsWith(
                        """
                        *filter
                        :INPUT ACCEPT [0:0]
                        :OUTPUT ACCEPT [0:0]
                        :FORWARD DROP [0:0]
                        -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -m comment --comment "replies and errors" -j ACCEPT
                        -A FORWARD -i left -p tcp -m tcp --dport 23 -m comment --comment "rule no-telnet of the design never 'telnet'" -j LOG --log-prefix "portolan "
                        -A FORWARD -i left -p tcp -m tcp --dport 23 -m comment --comment "rule no-telnet of the design never 'telnet'" -j DROP
                        -A FORWARD -s 2001:db8::/32 -d 2001:db8:1::/48 -p tcp -m tcp --dport 80 -m comment --comment "rule web of the design" -j ACCEPT
                        COMMIT
                        *nat
                        :PREROUTING ACCEPT [0:0]
                        :POSTROUTING ACCEPT [0:0]
                        -A PREROUTING -i left -d 2001:db8::9 -p tcp -m tcp --dport 8443 -m comment --comment "pub6" -j DNAT --to-destination [2001:db8:1::a]:5432
                        COMMIT
                        *mangle
                        :PREROUTING ACCEPT [0:0]
                        :FORWARD ACCEPT [0:0]
                        COMMIT
                        """);
    }

    @Test
    void aListOfPortsIsWrittenInPartsOfFifteen() {
        String ports =
                IntStream.range(1, 20)
                        .mapToObj(i -> i % 2 == 0 ? "" + 100 * i : 100 * i + "-" + (100 * i + 9))
                        .collect(Collectors.joining(","));
        Artifact file =
                exported("iptables", "", flow("F1", "db", "tcp", ports)).artifacts().getFirst();
        List<String> said =
                file.text()
                        .lines()
                        .filter(l -> l.contains("-s 10.1.0.10 "))
                        .map(l -> l.replaceAll(".*--dports (\\S+).*", "$1"))
                        .toList();
        assertThat(String.join(",", said)).isEqualTo(ports.replace('-', ':'));
        assertThat(said)
                .hasSize(2)
                .allSatisfy(
                        list -> assertThat(list.split("[,:]", -1)).hasSizeLessThanOrEqualTo(15));
    }

    @Test
    void allAddressesButSomeAreTheBlocksThatAreLeft() {
        Box.Side some =
                new Box.Side(
                        Optional.of(List.of(Cidr.parse("10.0.0.0/8"))),
                        List.of(Cidr.parse("10.128.0.0/9"), Cidr.parse("10.0.0.0/10")),
                        Optional.empty());
        Box box =
                new Box(
                        some,
                        Box.Side.ANY,
                        new Box.Service.All(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        assertThat(SingleValues.of(box))
                .extracting(Box::source)
                .containsExactly(Box.Side.in(List.of(Cidr.parse("10.64.0.0/10"))));
    }

    @Test
    void whatItTakesForSomethingElseIsAGap() {
        String odd =
                """
                    rules:
                      - {name: hop, action: permit, protocol: "0"}
                      - {name: header, action: deny, protocol: "44"}
                    nat:
                      - {name: all, kind: destination, in: left, destinations: [203.0.113.9/32], to: 10.2.0.10/32, toPort: 80}
                      - {name: same, kind: destination, in: left, destinations: [203.0.113.8/32], protocol: tcp, ports: "1", toPort: 80}
                """;
        ExportResult result = exported("iptables", odd);
        assertThat(result.gaps())
                .extracting(Gap::rule)
                .containsExactlyInAnyOrder("hop", "header", "all", "same");
        assertThat(result.artifacts())
                .allSatisfy(file ->
                        assertThat(file.text())
                                .doesNotContain("-p 0", "-p 44", "DNAT", "rule hop")
                                .contains("\"rule header of the design\" -j DROP"));
    }

    @Test
    void aRuleOfTooManyLinesIsAGap() {
        String many =
                IntStream.range(0, 100)
                        .mapToObj("172.16.%d.1/32"::formatted)
                        .collect(Collectors.joining(", "));
        String wide =
                "    rules:\n      - {name: wide, action: permit, sources: [%1$s], destinations: [%1$s]}\n"
                        .formatted(many);
        ExportResult result = exported("iptables", wide);
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("wide");
    }
}
