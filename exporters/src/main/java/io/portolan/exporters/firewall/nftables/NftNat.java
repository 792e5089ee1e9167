package io.portolan.exporters.firewall.nftables;

import io.portolan.exporters.firewall.nftables.NftConfig.Base;
import io.portolan.exporters.firewall.nftables.NftConfig.Chain;
import io.portolan.exporters.firewall.nftables.NftConfig.Line;
import io.portolan.exporters.firewall.nftables.NftConfig.Verdict;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.Boxes;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says the translations of a device: destinations at priority -100, sources at 100.
final class NftNat {
    private final NftInterfaces interfaces;
    private final NftLowering lowering;

    NftNat(Optional<Forwarding> forwarding, NftLowering lowering) {
        this.interfaces = new NftInterfaces(forwarding);
        this.lowering = lowering;
    }

    Optional<Chain> chain(NatTable table) {
        return switch (table.hook()) {
            case PREROUTING -> Optional.of(chain(table, "nat_in", "prerouting", "-100"));
            case POSTROUTING -> Optional.of(chain(table, "nat_out", "postrouting", "100"));
            case SERVICE, EGRESS -> Optional.empty();
        };
    }

    private Chain chain(NatTable table, String name, String hook, String priority) {
        List<Line> lines = new ArrayList<>();
        table.translations().forEach(t -> lines.addAll(lines(table, t)));
        return new Chain(name, Optional.of(new Base("nat", hook, priority, "accept")), lines);
    }

    private List<Line> lines(NatTable table, Translation translation) {
        try {
            Verdict verdict = verdict(table.hook(), translation);
            return Boxes.of(translation.match()).stream()
                    .flatMap(b -> NftFamilies.split(interfaces.of(b)).stream())
                    .flatMap(b -> fitting(b, verdict))
                    .map(b -> new Line(b, false, verdict, translation.name(), ""))
                    .toList();
        } catch (CannotSay e) {
            lowering.gap(table.id(), translation.name(), e.what(), List.of());
            return List.of();
        }
    }

    /// A rewrite to an address of one family needs packets of it.
    private static Stream<Box> fitting(Box box, Verdict verdict) {
        Optional<Cidr> to =
                switch (verdict) {
                    case Verdict.Dnat(Cidr block, _) -> Optional.of(block);
                    case Verdict.Snat(Cidr block) -> Optional.of(block);
                    default -> Optional.empty();
                };
        boolean open = box.source().isAny() && box.destination().isAny();
        return to.isPresent() && open
                ? Stream.of(ofFamily(box, to.get().first().v6()))
                : Stream.of(box).filter(b -> to.map(t -> matches(b, t)).orElse(true));
    }

    private static boolean matches(Box box, Cidr to) {
        return Stream.of(box.source(), box.destination())
                .flatMap(s -> s.within().stream().flatMap(List::stream))
                .allMatch(b -> b.first().v6() == to.first().v6());
    }

    private static Box ofFamily(Box box, boolean v6) {
        Box.Side all =
                new Box.Side(Optional.of(List.of(Cidr.all(v6))), List.of(), Optional.empty());
        return new Box(
                box.source(),
                all,
                box.service(),
                box.enters(),
                box.leaves(),
                box.states(),
                box.translated());
    }

    private static Verdict verdict(Hook hook, Translation translation) {
        Rewrite rewrite =
                hook == Hook.PREROUTING ? translation.destination() : translation.source();
        Optional<Integer> port =
                switch (rewrite.port()) {
                    case PortTarget.Keep() -> Optional.empty();
                    case PortTarget.ToNumber(int number) -> Optional.of(number);
                    case PortTarget.ToName(String name) ->
                            throw new CannotSay("the port name " + name);
                };
        return switch (rewrite.address()) {
            case Target.Unchanged() -> new Verdict.Accept();
            case Target.Own() -> new Verdict.Masquerade();
            case Target.Pool(List<Cidr> blocks) when blocks.size() == 1 ->
                    to(hook, blocks.getFirst(), port);
            case Target.SameOffset(Cidr from, Cidr to) when NftConfig.isSingle(from) ->
                    to(hook, to, port);
            case Target.Pool _ -> throw new CannotSay("a pool of several blocks");
            case Target.SameOffset _ -> throw new CannotSay("one to one translation of a network");
            case Target.Backends _ -> throw new CannotSay("backends chosen by label");
            case Target.OneOf _ -> throw new CannotSay("a translation that is not decided");
        };
    }

    private static Verdict to(Hook hook, Cidr to, Optional<Integer> port) {
        return hook == Hook.PREROUTING ? new Verdict.Dnat(to, port) : new Verdict.Snat(to);
    }
}
