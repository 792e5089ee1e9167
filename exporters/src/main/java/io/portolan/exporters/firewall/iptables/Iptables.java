package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Language;
import io.portolan.exporters.netfilter.Netfilter;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.Hook;
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
import java.util.stream.Stream;

/// The dialect of older Linux firewalls: for each a file for `iptables-restore` and one for
/// `ip6tables-restore`. A line takes one value of each kind, and a hook has a chain in each table.
public final class Iptables implements Exporter, Language {
    private static final Proof PROOF =
            Netfilter.provenByTheKernel("iptables-restore and ip6tables-restore load every file.");

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
    public boolean answersAt(Base base) {
        return Table.of(base) == Table.FILTER;
    }

    /// The filter table first; what it does not take stands in mangle, which is asked as well.
    @Override
    public Optional<Base> base(Slot slot, Ruleset.Policy policy, List<Ruleset.Chain> before) {
        Stream<Base> places =
                switch (slot) {
                    case BEFORE_DNAT -> Stream.of(Table.MANGLE.base(Hook.PREROUTING, policy));
                    case BEFORE_SNAT ->
                            Stream.of(
                                    Table.FILTER.base(Hook.FORWARD, policy),
                                    Table.MANGLE.base(Hook.FORWARD, policy));
                    case AFTER_DNAT, AFTER_SNAT -> Stream.of();
                };
        return places.filter(place -> before.stream().noneMatch(chain -> isAt(chain, place)))
                .findFirst();
    }

    private static boolean isAt(Ruleset.Chain chain, Base place) {
        return chain.base()
                .filter(b -> b.hook() == place.hook() && b.priority() == place.priority())
                .isPresent();
    }
}
