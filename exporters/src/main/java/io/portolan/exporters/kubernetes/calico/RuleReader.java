package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoRule.Http;
import io.portolan.exporters.kubernetes.calico.CalicoRule.Icmp;
import io.portolan.exporters.kubernetes.calico.CalicoRule.IpProtocol;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the rules of a policy or profile, refusing what Calico refuses.
final class RuleReader {
    private static final Set<String> FIELDS =
            Set.of(
                    "action",
                    "ipVersion",
                    "protocol",
                    "notProtocol",
                    "icmp",
                    "notICMP",
                    "source",
                    "destination",
                    "http",
                    "metadata");

    private final Manifest manifest;
    private final EntityReader entities;

    RuleReader(Manifest manifest, Optional<String> namespace) {
        this.manifest = manifest;
        this.entities = new EntityReader(namespace);
    }

    List<CalicoRule> read(Part list, Direction direction) {
        return list.items().stream().map(rule -> rule(rule, direction)).toList();
    }

    private CalicoRule rule(Part rule, Direction direction) {
        CalicoRule read =
                new CalicoRule(
                        action(rule.get("action")),
                        version(rule.get("ipVersion")),
                        protocol(rule.get("protocol")),
                        protocol(rule.get("notProtocol")),
                        icmp(rule.get("icmp")),
                        icmp(rule.get("notICMP")),
                        entities.read(rule.get("source")),
                        entities.read(rule.get("destination")),
                        http(rule.get("http")),
                        EntityReader.unknown(rule, FIELDS),
                        CalicoManifests.remark(manifest, rule));
        new RuleCheck(rule, read).check(direction);
        return read;
    }

    private static CalicoAction action(Part part) {
        return switch (part.text("")) {
            case "Allow" -> CalicoAction.ALLOW;
            case "Deny" -> CalicoAction.DENY;
            case "Log" -> CalicoAction.LOG;
            case "Pass" -> CalicoAction.PASS;
            case String other ->
                    throw new Part.Unfit(
                            part,
                            "The action (%s) must be Allow, Deny, Log or Pass.".formatted(other));
        };
    }

    private static Optional<Integer> version(Part part) {
        Optional<Integer> version = part.number();
        if (version.filter(v -> v != 4 && v != 6).isPresent()) {
            throw new Part.Unfit(
                    part, "The ipVersion (%d) must be 4 or 6.".formatted(version.get()));
        }
        return version;
    }

    private static Optional<IpProtocol> protocol(Part part) {
        return part.text().map(text -> new IpProtocol(number(part, text)));
    }

    private static int number(Part part, String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TCP" -> 6;
            case "UDP" -> 17;
            case "SCTP" -> 132;
            case "ICMP" -> IpProtocol.ICMP;
            case "ICMPV6" -> IpProtocol.ICMP_V6;
            case "UDPLITE" -> 136;
            case String n when n.matches("[0-9]{1,3}") && isProtocol(Integer.parseInt(n)) ->
                    Integer.parseInt(n);
            case String _ ->
                    throw new Part.Unfit(
                            part,
                            "The protocol (%s) must be TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or"
                                            .formatted(text)
                                    + " a number in 1..255.");
        };
    }

    private static boolean isProtocol(int number) {
        return number >= 1 && number <= 255;
    }

    private static Optional<Icmp> icmp(Part part) {
        if (part.isAbsent()) {
            return Optional.empty();
        }
        Icmp icmp = new Icmp(part.get("type").number(), part.get("code").number());
        if (icmp.code().isPresent() && icmp.type().isEmpty()) {
            throw new Part.Unfit(part, "An ICMP code needs a type.");
        }
        return Optional.of(icmp);
    }

    private static Optional<Http> http(Part part) {
        return part.isAbsent()
                ? Optional.empty()
                : Optional.of(
                        new Http(
                                part.get("methods").texts(),
                                part.get("paths").items().stream().map(RuleReader::path).toList()));
    }

    private static Text path(Part part) {
        Optional<String> exact = part.get("exact").text();
        Optional<String> prefix = part.get("prefix").text();
        if (exact.isPresent() == prefix.isPresent()) {
            throw new Part.Unfit(part, "A path must say either exact or prefix.");
        }
        return exact.<Text>map(Text.Exact::new).orElseGet(() -> new Text.Prefix(prefix.get()));
    }
}
