package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Language;
import io.portolan.exporters.netfilter.Netfilter;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.Hook;
import io.portolan.exporters.netfilter.Ruleset.Type;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.exporters.spi.Proof;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.policy.Slot;

import java.util.List;
import java.util.Optional;

/// The dialect of older Linux firewalls: for each a file for `iptables-restore` and one for
/// `ip6tables-restore`. A line takes one value of each kind, and a hook has one filter.
public final class Iptables implements Exporter, Language {
    private static final Proof PROOF =
            new Proof(
                    Proof.Strength.REAL_PROGRAM,
                    "The programs iptables-restore and ip6tables-restore load every file, twice"
                            + " with the same result, in a network namespace of their own.");

    private Iptables() {}

    public static Dialect dialect() {
        return new Dialect(
                "iptables",
                "iptables (Linux)",
                PROOF,
                Optional.of(new Iptables()),
                Optional.empty());
    }

    @Override
    public ExportResult export(ExportRequest request) {
        return new Netfilter(this, FirewallPlatform.IPTABLES)
                .export(
                        request,
                        device -> List.of(file(device, Family.V4), file(device, Family.V6)));
    }

    private static Artifact file(Netfilter.Device device, Family family) {
        String path = "iptables/%s.rules.%s".formatted(device.name(), family.ending());
        return IptablesWriter.write(device, family).artifact(path);
    }

    @Override
    public String name() {
        return "iptables";
    }

    @Override
    public List<Box> lines(Box box) {
        return SingleValues.of(box);
    }

    @Override
    public Optional<Base> base(Slot slot, Ruleset.Policy policy, List<Ruleset.Chain> before) {
        return switch (slot) {
            case BEFORE_SNAT ->
                    before.stream().anyMatch(c -> c.base().isPresent())
                            ? Optional.empty()
                            : Optional.of(new Base(Type.FILTER, Hook.FORWARD, 0, policy));
            case BEFORE_DNAT, AFTER_DNAT, AFTER_SNAT -> Optional.empty();
        };
    }
}
