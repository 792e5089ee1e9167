package io.portolan.exporters.netfilter;

import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.Chain;
import io.portolan.exporters.netfilter.Ruleset.ChainType;
import io.portolan.exporters.netfilter.Ruleset.Line;
import io.portolan.exporters.netfilter.Ruleset.Policy;
import io.portolan.exporters.netfilter.Ruleset.Verdict;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says the translations of a device: destinations at priority -100, sources at 100. The first
/// packet of a connection decides for all of it, replies are translated back.
final class NatLowering {
    private final FilterLowering lowering;
    private final Gaps gaps;

    NatLowering(FilterLowering lowering, Gaps gaps) {
        this.lowering = lowering;
        this.gaps = gaps;
    }

    Optional<Chain> chain(NatTable table) {
        return switch (table.hook()) {
            case PREROUTING -> Optional.of(chain(table, "nat_in", Ruleset.Hook.PREROUTING, -100));
            case POSTROUTING -> Optional.of(chain(table, "nat_out", Ruleset.Hook.POSTROUTING, 100));
            case SERVICE, EGRESS -> Optional.empty();
        };
    }

    private Chain chain(NatTable table, String name, Ruleset.Hook hook, int priority) {
        List<Line> lines = new ArrayList<>();
        table.translations().forEach(t -> lines.addAll(lines(table, t)));
        return new Chain(
                name, Optional.of(new Base(ChainType.NAT, hook, priority, Policy.ACCEPT)), lines);
    }

    private List<Line> lines(NatTable table, Translation translation) {
        try {
            Verdict verdict = verdict(table.hook(), translation);
            return lowering.said(ofFamily(translation.match(), verdict)).stream()
                    .map(b -> line(b, verdict, translation))
                    .toList();
        } catch (CannotSay e) {
            gaps.add(table.id(), translation.name(), e.what(), "");
            return List.of();
        }
    }

    private static Line line(Box box, Verdict verdict, Translation translation) {
        boolean port = verdict instanceof Verdict.Dnat(_, var to) && to.isPresent();
        if (port && !(box.service() instanceof Box.Service.Ports)) {
            throw new CannotSay("a new port without a protocol that has ports");
        }
        return new Line(box, false, verdict, translation.name(), "");
    }

    /// A rewrite to an address of one family is one of packets of that family.
    private static Match ofFamily(Match match, Verdict verdict) {
        return verdict.to()
                .map(block -> match.to(Expr.allOf(family(block), match.destination())))
                .orElse(match);
    }

    private static Expr<Peer> family(Cidr block) {
        return Expr.is(new Peer.At(List.of(Cidr.all(block.first().v6()))));
    }

    // ---------------------------------------------------------------- what becomes of the header

    private static Verdict verdict(Hook hook, Translation translation) {
        boolean before = hook == Hook.PREROUTING;
        Rewrite rewrite = before ? translation.destination() : translation.source();
        Rewrite other = before ? translation.source() : translation.destination();
        if (!other.equals(Rewrite.NONE)) {
            throw new CannotSay("both ends translated at one place");
        }
        Optional<Integer> port = port(rewrite.port());
        Optional<Cidr> to = block(rewrite.address());
        if (port.isPresent() && (!before || to.isEmpty())) {
            throw new CannotSay("a new port without a new destination");
        }
        if (to.isEmpty()) {
            return own(rewrite.address());
        }
        return before ? new Verdict.Dnat(to.get(), port) : new Verdict.Snat(to.get());
    }

    private static Verdict own(Target target) {
        return target instanceof Target.Own ? new Verdict.Masquerade() : new Verdict.Accept();
    }

    private static Optional<Integer> port(PortTarget port) {
        return switch (port) {
            case PortTarget.Keep() -> Optional.empty();
            case PortTarget.ToNumber(int number) -> Optional.of(number);
            case PortTarget.ToName(String name) -> throw new CannotSay("the port name " + name);
        };
    }

    private static Optional<Cidr> block(Target target) {
        return switch (target) {
            case Target.Unchanged(), Target.Own() -> Optional.empty();
            case Target.Pool(List<Cidr> blocks) when blocks.size() == 1 ->
                    Optional.of(blocks.getFirst());
            case Target.SameOffset(Cidr from, Cidr to) when Ruleset.isSingle(from) ->
                    Optional.of(to);
            case Target.Pool _ -> throw new CannotSay("a pool of several blocks");
            case Target.SameOffset _ -> throw new CannotSay("one to one translation of a network");
            case Target.Backends _ -> throw new CannotSay("backends chosen by label");
            case Target.OneOf _ -> throw new CannotSay("a translation that is not decided");
        };
    }
}
