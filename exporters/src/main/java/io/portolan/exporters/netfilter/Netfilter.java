package io.portolan.exporters.netfilter;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Proof;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.policy.Forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Linux firewalls of a design, device by device, in the form that their languages share.
public final class Netfilter {
    private final Language language;
    private final FirewallPlatform platform;

    /// The firewalls of one platform, whose language this is.
    public Netfilter(Language language, FirewallPlatform platform) {
        this.language = language;
        this.platform = platform;
    }

    /// What the packet tests show of every language; `loading` is what loads its files.
    public static Proof provenByTheKernel(String loading) {
        return new Proof(
                Proof.Strength.REAL_PROGRAM,
                "The Linux kernel: in network namespaces that hold the exported rules, real"
                        + " connections (TCP and UDP, IPv4 and IPv6, translated at either end) get"
                        + " through or do not as the engine says. "
                        + loading);
    }

    /// Writes the rules of one device.
    public interface Writing {
        List<Artifact> write(Device device);
    }

    /// One device, and the design that it is from. `name` is its id, fit for a file.
    public record Device(String name, String label, String origin, Ruleset rules) {}

    public ExportResult export(ExportRequest request, Writing writing) {
        List<Artifact> artifacts = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        request.compiled()
                .design()
                .all(Firewall.class)
                .filter(f -> f.platform() == platform)
                .map(f -> device(request, f, gaps))
                .forEach(device -> artifacts.addAll(writing.write(device)));
        return new ExportResult(artifacts, gaps);
    }

    private Device device(ExportRequest request, Firewall firewall, List<Gap> gaps) {
        String id = firewall.id().value();
        Ruleset rules = rules(request.compiled(), id, gaps);
        return new Device(id.replace('/', '-'), firewall.label(), request.origin(), rules);
    }

    private Ruleset rules(CompiledDesign compiled, String id, List<Gap> all) {
        Optional<Forwarding> forwarding =
                compiled.plan().routers().stream().filter(r -> r.device().equals(id)).findFirst();
        Gaps gaps = new Gaps(language.name());
        FilterLowering filters = new FilterLowering(language, forwarding, gaps);
        NatLowering nat = new NatLowering(filters, gaps);
        List<Ruleset.Chain> translations =
                compiled.plan().natTables().stream()
                        .filter(t -> t.owner().equals(id))
                        .flatMap(t -> nat.chain(t).stream())
                        .toList();
        compiled.plan().pointsOf(id).forEach(filters::add);
        List<Ruleset.Chain> chains = new ArrayList<>(filters.chains());
        chains.addAll(translations);
        all.addAll(gaps.all());
        return new Ruleset(chains);
    }
}
