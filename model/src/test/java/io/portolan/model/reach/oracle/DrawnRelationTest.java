package io.portolan.model.reach.oracle;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.RelatedPair;
import io.portolan.model.reach.Relation;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Stream;

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
        Reachability paths =
                Reachability.of(new CompiledDesign(Design.EMPTY, lab.estate(), lab.plan()));
        Relation relation = paths.relation();
        for (Estate.Member from : lab.endpoints) {
            for (Estate.Member to : lab.endpoints) {
                if (!from.equals(to)) {
                    pairs(lab, from, to).forEach(pair -> pair.agrees(paths, relation));
                }
            }
        }
    }

    private static Stream<RelatedPair> pairs(Lab lab, Estate.Member from, Estate.Member to) {
        return Stream.of(Transport.TCP, Transport.UDP)
                .flatMap(transport ->
                        Arrays.stream(PORTS)
                                .mapToObj(port ->
                                        new RelatedPair(
                                                from.name(),
                                                to.name(),
                                                transport,
                                                PortSet.of(port),
                                                lab.estate(),
                                                lab.plan())));
    }
}
