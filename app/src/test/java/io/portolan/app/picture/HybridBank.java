package io.portolan.app.picture;

import static io.portolan.app.picture.Draw.cni;

import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The estate of a bank: two clusters, a mesh, two firewalls, VLANs with old systems. Placed as an
/// architect would.
public final class HybridBank {
    private HybridBank() {}

    public static Design design() {
        Draw draw = new Draw("hybrid-bank");
        kubernetes(draw);
        legacy(draw);
        draw.mesh("istio", "east", "ledger").at(12, 540, 160, 50);
        draw.flow("web", "internet", "edge-gw", 443, Encryption.END_TO_END)
                .flow("to-api", "edge-gw", "api", 8080, Encryption.NOT_REQUIRED)
                .flow("to-cards", "api", "cards", 8443, Encryption.NOT_REQUIRED)
                .flow("FLOW-0031", "api", "zos1", 1414, Encryption.NOT_REQUIRED)
                .flow("partner", "cards", "partner-pay", 443, Encryption.END_TO_END)
                .flow("batch", "core", "batch", 9000, Encryption.NOT_REQUIRED)
                .flow("ledger-db", "batch", "pg-ledger", 5432, Encryption.NOT_REQUIRED);
        return draw.done();
    }

    private static void kubernetes(Draw draw) {
        draw.internet("Internet").at(12, 134, 160, 50);
        draw.api("partner-pay", "api.pay.example.net").at(12, 242, 160, 50);
        draw.site("Frankfurt", "10.20.0.0/15").at(206, 22, 826, 532);
        draw.cluster(
                        "east",
                        "frankfurt",
                        cni(CniProduct.CALICO, "3.32", Encapsulation.VXLAN),
                        "10.244.0.0/16")
                .at(222, 60, 396, 292);
        draw.namespace("edge", "east").at(236, 96, 184, 112);
        draw.gateway("edge-gw", "edge").at(248, 134, 160, 50);
        draw.namespace("pay", "east").at(434, 96, 172, 244);
        draw.workload("api", "pay", WorkloadKind.DEPLOYMENT, 8080).at(444, 134, 150, 50);
        draw.workload("cards", "pay", WorkloadKind.STATEFUL_SET, 8443).at(444, 210, 150, 50);
        draw.namespace("kube-system", "east").at(236, 228, 184, 112);
        draw.dns("coredns", "kube-system", "cluster.local", 1).at(248, 266, 160, 50);
        draw.cluster(
                        "west",
                        "frankfurt",
                        cni(CniProduct.CILIUM, "1.20", Encapsulation.NONE),
                        "10.245.0.0/16")
                .at(222, 372, 396, 168);
        draw.namespace("ledger", "west").at(236, 408, 370, 118);
        draw.workload("core", "ledger", WorkloadKind.DEPLOYMENT, 9000).at(248, 446, 160, 50);
        draw.workload("batch", "ledger", WorkloadKind.CRON_JOB).at(434, 446, 160, 50);
    }

    private static void legacy(Draw draw) {
        draw.firewall("asa-edge", "frankfurt", FirewallPlatform.ASA, "9.18").at(668, 134, 128, 50);
        draw.firewall("fw-core", "frankfurt", FirewallPlatform.NFTABLES, "").at(668, 446, 128, 50);
        draw.vlan(120, "frankfurt", "10.30.6.0/24").at(836, 60, 180, 126);
        draw.mainframe("zos1", "vlan-120", "10.30.6.20", 1414).at(846, 100, 160, 50);
        draw.vlan(130, "frankfurt", "10.30.5.0/24").at(836, 206, 180, 126);
        draw.database("pg-ledger", "vlan-130", "10.30.5.10", 5432).at(846, 246, 160, 50);
        draw.dns("corp.example", "frankfurt", "corp.example", 2).at(846, 400, 160, 50);
    }

    public static Map<String, Verdict> verdicts() {
        Verdict allowed = new Verdict.Allowed(List.of());
        Hop asa = hop("asa-edge", Outcome.DENY);
        Hop core = hop("fw-core", Outcome.UNDEFINED);
        return Map.of(
                "web", allowed,
                "to-api", allowed,
                "to-cards", allowed,
                "partner", allowed,
                "batch", allowed,
                "FLOW-0031", new Verdict.Denied(List.of(hop("api", Outcome.ALLOW), asa), asa),
                "ledger-db",
                        new Verdict.Undefined(
                                List.of(hop("batch", Outcome.ALLOW), core), "no rules"));
    }

    public static Map<ElementId, Integer> problems() {
        return Map.of(Draw.id("api"), 1, Draw.id("asa-edge"), 1, Draw.id("west"), 2);
    }

    public static PictureInput input() {
        return PictureInput.of(design(), verdicts(), problems());
    }

    public static Stream<Picture> inBothThemes() {
        return Stream.of(Palette.values()).map(p -> Picture.of(input(), p));
    }

    private static Hop hop(String owner, Outcome outcome) {
        return new Hop(
                owner, owner, outcome, "rule", Optional.empty(), "10.244.3.17 -> 10.30.6.20");
    }
}
