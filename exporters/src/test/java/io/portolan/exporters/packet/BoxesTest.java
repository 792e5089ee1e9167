package io.portolan.exporters.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class BoxesTest {
    private static Expr<Peer> at(String... blocks) {
        return Expr.is(new Peer.At(Stream.of(blocks).map(Cidr::parse).toList()));
    }

    @Test
    void unionsBecomeSeveralBoxesAndIntersectionsOne() {
        Match match =
                Match.any()
                        .from(
                                Expr.anyOf(
                                        at("10.0.0.0/8"),
                                        Expr.allOf(at("192.168.0.0/16"), at("192.168.7.0/24"))))
                        .to(Expr.not(Expr.anyOf(at("10.1.0.0/16"), at("10.2.0.0/16"))));
        List<Box> boxes = Boxes.of(match);
        assertThat(boxes)
                .extracting(b -> b.source().within().orElseThrow().toString())
                .containsExactly("[10.0.0.0/8]", "[192.168.7.0/24]");
        assertThat(boxes).allMatch(b -> b.destination().without().size() == 2);
    }

    @Test
    void whatNothingCanMatchIsNoBox() {
        assertThat(Boxes.of(Match.any().from(Expr.none()))).isEmpty();
        assertThat(Boxes.of(Match.any().from(Expr.allOf(at("10.0.0.0/8"), at("11.0.0.0/8")))))
                .isEmpty();
        assertThat(Boxes.of(Match.any().on(Expr.is(Traffic.to(Transport.TCP, PortSet.NONE)))))
                .isEmpty();
    }

    @Test
    void statesAndInterfacesArePartsOfABox() {
        Match match =
                Match.any()
                        .passing(
                                Expr.allOf(
                                        Expr.is(new Passage.Enters(Set.of("a", "b"))),
                                        Expr.is(new Passage.Enters(Set.of("b", "c"))),
                                        Expr.not(
                                                Expr.is(
                                                        new Passage.InState(
                                                                EnumSet.of(
                                                                        ConnectionState
                                                                                .INVALID))))));
        Box box = Boxes.of(match).getFirst();
        assertThat(box.enters().orElseThrow()).containsExactly("b");
        assertThat(box.states().orElseThrow())
                .containsExactly(
                        ConnectionState.NEW, ConnectionState.ESTABLISHED, ConnectionState.RELATED);
    }

    @Test
    void whatAPacketFilterCannotKnowIsSaidSo() {
        Expr<Peer> label =
                Expr.is(new Peer.Labelled(LabelOwner.WORKLOAD, "app", new Text.Exact("x")));
        refused(Match.any().from(label), "the label app");
        refused(Match.any().from(new Expr.Unknown<>("line 8")), "line 8");
        refused(Match.any().asking(Expr.is(new Request.Path(new Text.Exact("/")))), "request");
        refused(
                Match.any().on(Expr.is(new Traffic.NamedPort(Transport.TCP, "http"))),
                "named port http");
        refused(Match.any().on(Expr.not(Expr.is(new Traffic.IpProtocol(6)))), "complement");
    }

    private static void refused(Match match, String words) {
        assertThatThrownBy(() -> Boxes.of(match))
                .isInstanceOf(CannotSay.class)
                .hasMessageContaining(words);
    }
}
