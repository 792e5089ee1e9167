package io.portolan.model.reach.oracle;

import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a packet carries: messages of ICMP, names of ports, queries, parts of requests.
final class TrafficExamplesTest extends Words {
    private static final int ICMP = 1;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;

    /// One rule at the server; everything else is denied.
    private static Lab lab(Match match) {
        return new Lab("Traffic")
                .node("n1", "10.9.0.1")
                .pod("web", "shop", "10.1.0.1", "app=web")
                .pod("api", "shop", "10.1.0.2", "port:dns=5300", "udp:dns=53")
                .podPolicy(Direction.IN, list("in", DENY, allow("rule", match)));
    }

    private static Expr<Traffic> icmp(OptionalInt type, OptionalInt code) {
        return Expr.is(new Traffic.Icmp(4, type, code));
    }

    private static int message(int type, int code) {
        return type * 256 + code;
    }

    private static Try icmp(Lab lab, int type, int code) {
        return lab.from("web").to("api", message(type, code)).over(ICMP);
    }

    @Test
    void aMessageOfOneTypeAndCode() {
        Lab lab = lab(any().on(icmp(OptionalInt.of(3), OptionalInt.of(4))));
        icmp(lab, 3, 4).allowed("fragmentation needed", "policy-ingress#rule");
        icmp(lab, 3, 3).denied("another code");
        icmp(lab, 4, 4).denied("another type");
        lab.from("web").to("api", message(3, 4)).over(ICMPV6).denied("another family");
    }

    @Test
    void everyCodeOfAType() {
        Lab lab = lab(any().on(icmp(OptionalInt.of(3), OptionalInt.empty())));
        icmp(lab, 3, 0).allowed("the first code");
        icmp(lab, 3, 255).allowed("the last code");
        icmp(lab, 4, 0).denied("the next type");
        icmp(lab, 2, 255).denied("the type before");
    }

    @Test
    void oneCodeOfEveryType() {
        Lab lab = lab(any().on(icmp(OptionalInt.empty(), OptionalInt.of(1))));
        icmp(lab, 0, 1).allowed("the first type");
        icmp(lab, 255, 1).allowed("the last type");
        icmp(lab, 8, 0).denied("another code");
    }

    @Test
    void aNameOfAPortIsOfOneTransport() {
        Lab lab = lab(any().on(Expr.is(new Traffic.NamedPort(Transport.UDP, "dns"))));
        lab.from("web").to("api", 53).over(UDP).allowed("the number of this transport");
        lab.from("web").to("api", 5300).over(UDP).denied("the number of the other");
        lab.from("web").to("api", 53).denied("the other transport");
    }

    @Test
    void queriesOfNames() {
        Packet.Payload query = new Packet.Payload.Dns("a.example.org");
        Lab lab = lab(any().asking(Expr.is(new Request.DnsQuery(under("example.org")))));
        lab.from("web").to("api", 53).over(UDP).sending(query).allowed("a name below");
        lab.from("web")
                .to("api", 53)
                .over(UDP)
                .sending(new Packet.Payload.Dns("example.com"))
                .denied("another name");
        lab.from("web").to("api", 80).sending(get("a.example.org", "/")).denied("a Host is none");
        Lab opaque = lab(any().asking(noHttp()));
        opaque.from("web").to("api", 53).over(UDP).sending(query).allowed("nor is it HTTP");
        opaque.from("web").to("api", 80).sending(get("h", "/")).denied("HTTP that can be read");
    }

    @Test
    void headersAndTokens() {
        Packet.Payload request =
                new Packet.Payload.Http("h", "GET", "/", Map.of("x-team", "a"), Optional.of("i/s"));
        Lab header = lab(any().asking(Expr.is(new Request.Header("x-team", exact("a")))));
        header.from("web").to("api", 80).sending(request).allowed("the header");
        header.from("web").to("api", 80).sending(get("h", "/")).denied("without the header");
        Lab token = lab(any().asking(Expr.is(new Request.Token(new Text.Prefix("i/")))));
        token.from("web").to("api", 80).sending(request).allowed("a token of the issuer");
        token.from("web").to("api", 80).sending(get("h", "/")).denied("without a token");
    }

    @Test
    void aServerNameIsReadUnderTlsOnly() {
        Lab lab = lab(any().asking(sni(exact("h"))));
        lab.from("web").to("api", 443).sending(tls("h", get("h", "/"))).allowed("the server name");
        lab.from("web").to("api", 443).sending(tls("", get("h", "/"))).denied("none is sent");
        lab.from("web").to("api", 80).sending(get("h", "/")).denied("a Host is no server name");
    }

    /// Names of addresses: a pod has none, of others the design may not say.
    @Test
    void namesOfPeers() {
        Expr<Peer> named = Expr.is(new Peer.Domain(under("example.org")));
        Lab lab =
                new Lab("Traffic")
                        .node("n1", "10.9.0.1")
                        .pod("web", "shop", "10.1.0.1", "app=web")
                        .pod("api", "shop", "10.1.0.2")
                        .machine("known", "10.1.0.3", "pods", "dns:db.example.org")
                        .machine("other", "10.1.0.4", "pods", "dns:x.example.com")
                        .machine("nameless", "10.1.0.5", "pods")
                        .podPolicy(
                                Direction.OUT, list("out", DENY, allow("names", any().to(named))));
        lab.from("web").to("known", 80).allowed("its name");
        lab.from("web").to("other", 80).denied("another name");
        lab.from("web").to("nameless", 80).undefined("no name is drawn");
        lab.from("web").to("api", 80).denied("pods have none");
    }
}
