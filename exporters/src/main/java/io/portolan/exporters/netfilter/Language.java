package io.portolan.exporters.netfilter;

import io.portolan.exporters.packet.Box;
import io.portolan.model.policy.Slot;

import java.util.List;
import java.util.Optional;

/// How a language of Netfilter differs from the form that they share.
public interface Language {
    /// The longest name that the kernel takes for a chain in both languages (iptables: 28).
    int LONGEST_CHAIN = 28;

    /// Its name, as gaps say it.
    String name();

    /// What single lines can say; together they are the box.
    ///
    /// @throws io.portolan.exporters.packet.CannotSay if it has no words for a part of it
    List<Box> lines(Box box);

    /// True if a chain there can refuse with an answer; else it drops in silence.
    boolean answersAt(Ruleset.Base base);

    /// Where a filter of that slot hangs, behind `before`; empty if there is no such place.
    Optional<Ruleset.Base> base(Slot slot, Ruleset.Policy policy, List<Ruleset.Chain> before);
}
