package io.portolan.exporters.firewall.nftables;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Proof;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.policy.Forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dialect of Linux firewalls: one file for each, to be loaded with `nft -f`.
public final class Nftables implements Exporter {
    private static final Proof PROOF =
            new Proof(
                    Proof.Strength.REAL_PROGRAM,
                    "The program nft loads every file, twice with the same result, in a network"
                            + " namespace of its own.");

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
        List<Artifact> artifacts = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        request.compiled()
                .design()
                .all(Firewall.class)
                .filter(f -> f.platform() == FirewallPlatform.NFTABLES)
                .forEach(f -> artifacts.add(artifact(request, f, gaps)));
        return new ExportResult(artifacts, gaps);
    }

    private static Artifact artifact(ExportRequest request, Firewall firewall, List<Gap> gaps) {
        String id = firewall.id().value();
        NftConfig config = lower(request.compiled(), id, gaps);
        return NftWriter.write(config, request.origin(), firewall.label())
                .artifact("nftables/" + id.replace('/', '-') + ".nft");
    }

    static NftConfig lower(CompiledDesign compiled, String id, List<Gap> gaps) {
        Optional<Forwarding> forwarding =
                compiled.plan().routers().stream().filter(r -> r.device().equals(id)).findFirst();
        NftLowering lowering = new NftLowering(forwarding);
        NftNat nat = new NftNat(forwarding, lowering);
        List<NftConfig.Chain> translations =
                compiled.plan().natTables().stream()
                        .filter(t -> t.owner().equals(id))
                        .flatMap(t -> nat.chain(t).stream())
                        .toList();
        compiled.plan().pointsOf(id).forEach(lowering::add);
        List<NftConfig.Chain> chains = new ArrayList<>(lowering.chains());
        chains.addAll(translations);
        gaps.addAll(lowering.gaps());
        return new NftConfig(chains);
    }
}
