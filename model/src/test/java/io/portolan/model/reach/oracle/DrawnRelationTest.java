package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The relation of drawn devices and clouds says of every pair and port what the path says.
class DrawnRelationTest extends Words {
    private static final int[] PORTS = {22, 80, 443, 5432};

    @Test
    void devices() {
        same(Drawn.firewall("nftables", "nftables", DrawnLinuxTest.TWO_CHAINS));
        same(Drawn.router("IOS", "ios", DrawnAccessListsTest.LISTS));
        same(Drawn.firewall("FortiGate", "forti-os", DrawnZonesTest.VIP.replace(" MATCH", "")));
        same(Drawn.firewall("ASA", "asa", ""));
    }

    @Test
    void clouds() {
        String answer = DrawnAwsTest.EPHEMERAL.replace("PORTS", "1024-65535");
        same(DrawnCloud.cloud("aws", DrawnAwsTest.GROUPS.replace("ANSWER", answer)));
        same(DrawnCloud.cloud("aws", DrawnAwsTest.GROUPS.replace("ANSWER", "")));
        same(DrawnCloud.cloud("aws", DrawnAwsTest.FIREWALL));
        same(DrawnCloud.cloud("azure", DrawnAzureAndGcpTest.SECURITY));
        same(DrawnCloud.cloud("gcp", DrawnAzureAndGcpTest.RULES));
    }

    private static void same(Lab lab) {
        Estate estate = new Estate(lab.endpoints, lab.gateways);
        Reachability reachability =
                Reachability.of(new CompiledDesign(Design.EMPTY, estate, lab.plan()));
        Relation relation = reachability.relation();
        for (Estate.Member from : estate.members()) {
            for (Estate.Member to : estate.members()) {
                if (!from.equals(to)) {
                    same(reachability, relation, from.name(), to.name());
                }
            }
        }
    }

    private static void same(Reachability paths, Relation relation, String from, String to) {
        for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
            for (int port : PORTS) {
                Verdict verdict = paths.evaluate(question(from, to, transport, port));
                assertThat(relation.allowed(from, to).ports(transport).contains(port))
                        .as("%s to %s over %s %d: %s", from, to, transport, port, verdict)
                        .isEqualTo(verdict instanceof Verdict.Allowed);
            }
        }
    }

    private static Question question(String from, String to, Transport transport, int port) {
        return new Question(
                new Question.Party.Member(from),
                new Question.Party.Member(to),
                new Protocol(transport.number()),
                PortSet.of(port),
                Question.Payload.UNSPECIFIED,
                List.of());
    }
}
