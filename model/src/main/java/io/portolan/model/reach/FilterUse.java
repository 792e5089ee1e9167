package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which rules of a filter on a device ever decide something: all addresses, cut into the classes
/// that the rules tell apart as source and as destination, every pair of classes on all ports. A
/// rule that takes nothing of any of them is never reached, whoever connects: rules before it take
/// all that it matches.
public final class FilterUse {
    private static final Expr<Peer> IPV4 = Expr.is(new Peer.At(List.of(Cidr.all(false))));

    private final EnforcementPoint asked;
    private final GatePoint point;
    private final Lens lens = Lens.onDevice();
    private final PeerIndex ends;
    private final GatePeers sources;
    private final AxisRules rules;

    private FilterUse(EnforcementPoint asked, Estate estate) {
        this.asked = asked;
        ends = new PeerIndex(new EndFacts(ends(asked, estate)), PeerIndex.Proof.NONE, Kin.NONE);
        point = new GatePoint(asked, Truth.YES, lens, ends);
        List<Expr<Peer>> terms =
                Stream.concat(point.peerTerms().stream(), Stream.of(IPV4)).toList();
        sources = GatePeers.classes(terms, ends, lens);
        rules = new AxisRules(lens, sources.index());
    }

    /// Every class of addresses, and the members, whom rules may mean by more than an address.
    private static List<Party> ends(EnforcementPoint asked, Estate estate) {
        AddressClasses classes = new AddressClasses(PlanBlocks.of(asked));
        List<Party> ends = new ArrayList<>();
        classes.of(AddressSet.ALL).forEach(part -> ends.add(end(part, Optional.empty())));
        for (Estate.Member member : estate.members()) {
            classes.of(AddressSet.of(member.addresses()))
                    .forEach(part -> ends.add(end(part, Optional.of(member))));
        }
        return ends;
    }

    private static Party end(AddressSet part, Optional<Estate.Member> member) {
        return new Party(part, PortView.chosen(), member);
    }

    /// The enforced rules that never decide, in their order.
    public static List<Rule> idle(EnforcementPoint point, Estate estate) {
        return new FilterUse(point, estate).idle();
    }

    private List<Rule> idle() {
        Set<Rule> taking = taking();
        return point.rules().filter(rule -> !taking.contains(rule)).toList();
    }

    private Set<Rule> taking() {
        Facets facets = new Facets(ends.size());
        point.tellApart(facets);
        facets.add(ends.of(IPV4));
        int[] classes = facets.classes();
        Bits.Builder firsts = new Bits.Builder();
        List<Integer> examples = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == examples.size()) {
                examples.add(i);
                firsts.add(i);
            }
        }
        point.select(firsts.build());
        Set<Rule> taking = Collections.newSetFromMap(new IdentityHashMap<>());
        examples.forEach(example -> taking.addAll(taking(example)));
        return taking;
    }

    /// Of sources of the same family.
    private Set<Rule> taking(int destination) {
        AxisRules.Subject subject = new AxisRules.Subject(ends.end(destination), Kin.NONE);
        Extent family = sources.index().of(IPV4);
        Bits from =
                ends.of(IPV4).possibly().has(destination)
                        ? family.possibly()
                        : sources.index().everyone().minus(family.surely());
        return point.docket(rules, subject, destination).taking(asked.blocks(), from);
    }
}
