package io.portolan.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.About;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.Relation.Connection;
import io.portolan.model.reach.Relation.End;
import io.portolan.model.reach.TrafficSet;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

final class ConnectivityTableTest {
    private static final TrafficSet WEB = tcp(PortSet.of(443, 80));
    private static final Design DESIGN =
            Design.named("d")
                    .with(
                            new Namespace(
                                    new ElementId("shop"),
                                    "shop",
                                    Optional.empty(),
                                    About.NOTHING,
                                    Map.of()))
                    .with(workload("shop/web", "web"))
                    .with(workload("shop/web-2", "web"))
                    .with(workload("shop/api", "api"));

    private static TrafficSet tcp(PortSet ports) {
        return new TrafficSet(ports, PortSet.NONE, PortSet.NONE, false);
    }

    private static Element workload(String id, String name) {
        return new Workload(
                new ElementId(id),
                name,
                Optional.of(new ElementId("shop")),
                About.NOTHING,
                WorkloadKind.DEPLOYMENT,
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static End member(String name) {
        return new End.Member(name);
    }

    private static End outside(String first, String last) {
        return new End.Outside(Address.parse(first), Address.parse(last));
    }

    private static ConnectivityTable table(Connection... connections) {
        return ConnectivityTable.of(
                DESIGN,
                new Relation() {
                    @Override
                    public TrafficSet allowed(String from, String to) {
                        return TrafficSet.NONE;
                    }

                    @Override
                    public List<Cidr> externalBlocks() {
                        return List.of();
                    }

                    @Override
                    public void forEach(Consumer<Connection> visitor) {
                        List.of(connections).forEach(visitor);
                    }
                });
    }

    @Test
    void variantsOfOneWorkloadAreOneRowAndItselfIsNone() {
        ConnectivityTable table =
                table(
                        new Connection(member("shop/web"), member("shop/api"), WEB),
                        new Connection(
                                member("shop/web-2"), member("shop/api"), tcp(PortSet.of(8080))),
                        new Connection(member("shop/web"), member("shop/web-2"), WEB));
        assertThat(table.toCsv())
                .isEqualTo(
                        """
                        src,dst,conn
                        shop/web[Deployment],shop/api[Deployment],"TCP 80,443,8080"
                        """);
    }

    @Test
    void neighbouringRangesThatMayDoTheSameBecomeOne() {
        ConnectivityTable table =
                table(
                        new Connection(
                                member("shop/api"), outside("10.0.0.0", "255.255.255.255"), WEB),
                        new Connection(
                                member("shop/api"), outside("0.0.0.0", "9.255.255.255"), WEB),
                        new Connection(
                                outside("2001:db8::", "2001:db8::1"), member("shop/api"), WEB),
                        new Connection(
                                outside("10.0.0.5", "10.0.0.9"),
                                member("shop/api"),
                                TrafficSet.ALL));
        assertThat(table.toCsv())
                .isEqualTo(
                        """
                        src,dst,conn
                        10.0.0.5-10.0.0.9[External],shop/api[Deployment],All Connections
                        shop/api[Deployment],0.0.0.0-255.255.255.255[External],"TCP 80,443"
                        """);
    }

    @Test
    void rangesInsideOfOthersAddToThem() {
        ConnectivityTable table =
                table(
                        fromWeb("10.0.0.0", "10.0.0.99", tcp(PortSet.of(80))),
                        fromWeb("10.0.0.10", "10.0.0.19", tcp(PortSet.of(443))),
                        fromWeb("10.0.0.15", "10.0.0.29", tcp(PortSet.of(22))),
                        fromWeb("10.0.0.12", "10.0.0.12", TrafficSet.NONE));
        assertThat(table.toCsv())
                .isEqualTo(
                        """
                        src,dst,conn
                        shop/web[Deployment],10.0.0.0-10.0.0.9[External],TCP 80
                        shop/web[Deployment],10.0.0.10-10.0.0.14[External],"TCP 80,443"
                        shop/web[Deployment],10.0.0.15-10.0.0.19[External],"TCP 22,80,443"
                        shop/web[Deployment],10.0.0.20-10.0.0.29[External],"TCP 22,80"
                        shop/web[Deployment],10.0.0.30-10.0.0.99[External],TCP 80
                        """);
    }

    private static Connection fromWeb(String first, String last, TrafficSet traffic) {
        return new Connection(member("shop/web"), outside(first, last), traffic);
    }

    @Test
    void onlyWithOtherProtocolsItIsAllConnections() {
        TrafficSet transports = new TrafficSet(PortSet.ALL, PortSet.ALL, PortSet.ALL, false);
        TrafficSet icmp = new TrafficSet(PortSet.NONE, PortSet.NONE, PortSet.NONE, true);
        assertThat(table(new Connection(member("shop/web"), member("shop/api"), transports)).rows())
                .extracting(ConnectivityTable.Row::connections)
                .containsExactly("SCTP 1-65535,TCP 1-65535,UDP 1-65535");
        assertThat(table(new Connection(member("shop/web"), member("shop/api"), icmp)).rows())
                .isEmpty();
    }

    @Test
    void questionsAreAnsweredByNameAndAddress() {
        ConnectivityTable table =
                table(
                        new Connection(member("shop/web"), member("shop/api"), WEB),
                        new Connection(member("shop/web"), outside("10.0.0.0", "10.0.0.255"), WEB));
        assertThat(table.allows("shop/web", "shop/api", Transport.TCP, 80)).isTrue();
        assertThat(table.allows("shop/web[Deployment]", "10.0.0.7", Transport.TCP, 443)).isTrue();
        assertThat(table.allows("shop/web", "10.0.1.7", Transport.TCP, 443)).isFalse();
        assertThat(table.allows("shop/web", "shop/api", Transport.UDP, 80)).isFalse();
        assertThat(table.allows("shop/nobody", "shop/api", Transport.TCP, 80)).isFalse();
    }

    @Test
    void namesAreFoundWithAndWithoutTheirKind() {
        PeerNames names = new PeerNames(DESIGN);
        assertThat(names.find("shop/web")).hasSize(2);
        assertThat(names.find("shop/api[Deployment]")).hasSize(1);
        assertThat(names.find("shop/api[Pod]")).isEmpty();
        assertThat(names.nameOf("shop/web-2")).isEqualTo("shop/web[Deployment]");
        assertThat(names.nameOf("node 7")).isEqualTo("node 7");
    }

    @Test
    void textHasOneLineForEachRow() {
        assertThat(table(new Connection(member("shop/web"), member("shop/api"), WEB)).toText())
                .isEqualTo("shop/web[Deployment]  ->  shop/api[Deployment]  TCP 80,443\n");
        assertThat(table().toText()).contains("No connections");
    }
}
