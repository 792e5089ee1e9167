package io.portolan.exporters.netfilter;

import static io.portolan.exporters.FirewallDesign.exported;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Chains that are jumped to, and what cannot be said.
class FilterLoweringTest {
    private static final String CHAINS =
            """
                chains:
                  - {name: early, hook: prerouting, policy: permit}
                  - {name: forward, hook: forward, policy: deny}
                  - {name: late, hook: forward, priority: 10, policy: permit}
                rules:
                  - {name: away, list: early, action: reject, sources: [10.1.0.66/32]}
                  - {name: web, list: forward, action: jump, jump: checks, protocol: tcp, ports: "80"}
                  - {name: tls, list: forward, action: jump, jump: checks, protocol: tcp, ports: "443"}
                  - {name: but, list: checks, action: next, sources: [10.1.0.10/32]}
                  - {name: ok, list: checks, action: permit}
                  - {name: refuse, list: late, action: reject, sources: [10.1.0.77/32]}
            """;

    private static List<String> lines(ExportResult result) {
        assertThat(result.gaps()).isEmpty();
        return result.artifacts().getFirst().text().lines().skip(3).map(String::strip).toList();
    }

    @Test
    void nftablesHangsEveryChainOnItsHookAndJumps() {
        assertThat(lines(exported("nftables", CHAINS)))
                .containsSubsequence(
                        "chain c_checks {",
                        "ip saddr 10.1.0.10 counter return comment \"rule but of the design\"",
                        "counter accept comment \"rule ok of the design\"",
                        "chain c_early {",
                        "type filter hook prerouting priority -150; policy accept;",
                        "ip saddr 10.1.0.66 counter drop comment \"rule away of the design\"",
                        "chain c_forward {",
                        "type filter hook forward priority 0; policy drop;",
                        "tcp dport 80 counter jump c_checks comment \"rule web of the design\"",
                        "tcp dport 443 counter jump c_checks comment \"rule tls of the design\"",
                        "chain c_late {",
                        "ip saddr 10.1.0.77 counter reject comment \"rule refuse of the design\"");
    }

    @Test
    void iptablesPutsTheSecondFilterAndTheEarlyOneIntoMangleWhereNothingIsAnswered() {
        String comment = " -m comment --comment \"rule %s of the design\"";
        assertThat(lines(exported("iptables", CHAINS)))
                .containsSubsequence(
                        "*filter",
                        ":FORWARD DROP [0:0]",
                        ":c_checks - [0:0]",
                        "-A c_checks -s 10.1.0.10" + comment.formatted("but") + " -j RETURN",
                        "-A c_checks" + comment.formatted("ok") + " -j ACCEPT",
                        "-A FORWARD -p tcp -m tcp --dport 80"
                                + comment.formatted("web")
                                + " -j c_checks",
                        "*mangle",
                        ":PREROUTING ACCEPT [0:0]",
                        ":FORWARD ACCEPT [0:0]",
                        "-A PREROUTING -s 10.1.0.66" + comment.formatted("away") + " -j DROP",
                        "-A FORWARD -s 10.1.0.77" + comment.formatted("refuse") + " -j DROP")
                .containsOnlyOnce(":c_checks - [0:0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables"})
    void aJumpOfWhichItIsNotKnownWhenIsADenyForAll(String dialect) {
        String perhaps =
                CHAINS.replace("protocol: tcp, ports: \"80\"}", "condition: working hours}");
        ExportResult result = exported(dialect, perhaps);
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("web");
        assertThat(result.gaps().getFirst().why()).endsWith(": denied for all");
        assertThat(result.artifacts().getFirst().text().lines())
                .filteredOn(line -> line.contains("rule web of"))
                .hasSize(1)
                .allMatch(line -> line.contains("drop ") || line.endsWith("-j DROP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables"})
    void aPermitOfWhichItIsNotKnownWhenIsLeftOut(String dialect) {
        ExportResult result =
                exported(
                        dialect,
                        "    rules:\n      - {name: perhaps, action: permit, condition: hours}\n");
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("perhaps");
        assertThat(result.artifacts().getFirst().text()).doesNotContain("perhaps");
    }
}
