package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.net.Cidr;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// IPM-005: an address outside of the prefix it lives in, or one that no host can have.
final class UnusableAddress implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("IPM-005", "Address not usable in its subnet", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Design design = context.design();
        return design.elements().values().stream()
                .filter(e -> design.enclosing(e.id(), Cluster.class).isEmpty())
                .flatMap(AddressUse::of)
                .flatMap(use -> problem(design, use).stream().map(words -> finding(use, words)));
    }

    private static Optional<String> problem(Design design, AddressUse use) {
        Optional<Segment> segment =
                Segment.of(design, use).filter(s -> s.range().first().v6() == use.address().v6());
        if (segment.filter(s -> !s.range().contains(use.address())).isPresent()) {
            return segment.map(s -> "is not in %s (%s)".formatted(s.id(), s.range()));
        }
        Optional<Cidr> network = use.link().or(() -> segment.map(Segment::range));
        return network.filter(n -> Segment.isReserved(n, use.address()))
                .map(n -> "stands for the network %s itself or for all of it".formatted(n));
    }

    private Finding finding(AddressUse use, String words) {
        String message =
                "The address %s of %s %s, so nobody reaches it. Correct the address or its mask."
                        .formatted(use.address(), use.place(), words);
        return Finding.of(info(), message, use.owner()).withWitness(use.address().toString());
    }
}
