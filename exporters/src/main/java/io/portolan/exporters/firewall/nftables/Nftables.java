package io.portolan.exporters.firewall.nftables;

import io.portolan.exporters.netfilter.Language;
import io.portolan.exporters.netfilter.Netfilter;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.ChainType;
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

/// The dialect of Linux firewalls: one file for each, to be loaded with `nft -f`. A line takes
/// sets, and any number of chains can hang on a hook.
public final class Nftables implements Exporter, Language {
    private static final Proof PROOF = Netfilter.provenByTheKernel("nft loads every file.");

    private Nftables() {}

    public static Dialect dialect() {
        return new Dialect(
                "nftables",
                "nftables (Linux)",
                PROOF,
                Optional.of(new Nftables()),
                Optional.empty());
    }

    @Override
    public ExportResult export(ExportRequest request) {
        return new Netfilter(this, FirewallPlatform.NFTABLES)
                .export(request, device -> List.of(artifact(device)));
    }

    private static Artifact artifact(Netfilter.Device device) {
        return NftWriter.write(device).artifact("nftables/" + device.name() + ".nft");
    }

    @Override
    public String name() {
        return "nftables";
    }

    @Override
    public List<Box> lines(Box box) {
        return List.of(box);
    }

    @Override
    public boolean answersAt(Base base) {
        return base.hook() == Hook.FORWARD;
    }

    /// Priorities between those of the kernel: mangle -150, destinations -100, sources 100.
    @Override
    public Optional<Base> base(Slot slot, Ruleset.Policy policy, List<Ruleset.Chain> before) {
        return Optional.of(
                switch (slot) {
                    case BEFORE_DNAT -> new Base(ChainType.FILTER, Hook.PREROUTING, -150, policy);
                    case AFTER_DNAT -> new Base(ChainType.FILTER, Hook.PREROUTING, -50, policy);
                    case BEFORE_SNAT -> new Base(ChainType.FILTER, Hook.FORWARD, 0, policy);
                    case AFTER_SNAT -> new Base(ChainType.FILTER, Hook.POSTROUTING, 150, policy);
                });
    }
}
