package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.Icmp;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Peer;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the rules of one section; `end` is how its fields about peers begin.
record RuleReader(Manifest manifest, String end) {
    private static final Set<String> OTHERS = Set.of("toPorts", "icmps", "authentication");

    List<CiliumRule> rules(Part list) {
        return list.items().stream().map(this::rule).toList();
    }

    private CiliumRule rule(Part rule) {
        checkSingle(rule);
        Part ports = rule.get("toPorts");
        List<Icmp> icmps =
                rule.get("icmps").items().stream()
                        .flatMap(i -> i.get("fields").items().stream())
                        .map(IcmpReader::read)
                        .toList();
        if (!icmps.isEmpty() && !ports.items().isEmpty()) {
            throw new Part.Unfit(rule, "A rule has either toPorts or icmps. Write two rules.");
        }
        return new CiliumRule(
                peers(rule),
                Optional.of(ports.items())
                        .filter(items -> !items.isEmpty())
                        .map(items -> items.stream().map(PortsReader::read).toList()),
                icmps,
                requires(rule),
                unknown(rule),
                new Remark(manifest.at(rule), "", false));
    }

    /// Kinds of peers are not combined in one rule.
    private void checkSingle(Part rule) {
        List<String> written =
                fields().stream().filter(f -> !rule.get(f).items().isEmpty()).toList();
        if (written.size() > 1) {
            throw new Part.Unfit(
                    rule,
                    "A rule names its peers in one way, not in two (%s). Write two rules."
                            .formatted(String.join(", ", written)));
        }
    }

    private List<String> fields() {
        return List.of(
                        "Endpoints",
                        "CIDR",
                        "CIDRSet",
                        "Entities",
                        "Groups",
                        "Nodes",
                        "Services",
                        "FQDNs")
                .stream()
                .map(end::concat)
                .toList();
    }

    private Optional<List<Peer>> peers(Part rule) {
        boolean written = fields().stream().anyMatch(f -> rule.get(f).isPresent());
        if (!written) {
            return Optional.empty();
        }
        List<Peer> peers = new ArrayList<>();
        for (String field : fields()) {
            rule.get(field).items().stream()
                    .map(part -> PeerReader.read(field.substring(end.length()), part))
                    .forEach(peers::addAll);
        }
        return Optional.of(peers);
    }

    private List<LabelSelector> requires(Part rule) {
        return rule.get(end + "Requires").items().stream().map(LabelReader::read).toList();
    }

    private List<String> unknown(Part rule) {
        List<String> unknown = new ArrayList<>();
        String mode = rule.get("authentication", "mode").text("disabled");
        if (!mode.equals("disabled")) {
            unknown.add("mutual authentication (%s) may fail".formatted(mode));
        }
        rule.fields()
                .forEach((key, value) -> {
                    boolean known =
                            OTHERS.contains(key)
                                    || fields().contains(key)
                                    || key.equals(end + "Requires");
                    if (!known && !value.isEmpty()) {
                        unknown.add("the field (%s) is not known".formatted(key));
                    }
                });
        return unknown;
    }
}
