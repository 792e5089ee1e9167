package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.ChainType;
import io.portolan.exporters.netfilter.Ruleset.Hook;
import io.portolan.exporters.netfilter.Ruleset.Policy;

import java.util.List;

/// The tables that are written, each with the hooks that its chains are called by. The filter comes
/// first, so that nothing passes by new translations and old rules.
enum Table {
    FILTER(0),
    NAT(-100),
    MANGLE(-150);

    private final int priority;

    Table(int priority) {
        this.priority = priority;
    }

    /// Those of its chains that are written.
    List<Hook> hooks() {
        return switch (this) {
            case FILTER -> List.of(Hook.FORWARD);
            case NAT -> List.of(Hook.PREROUTING, Hook.POSTROUTING);
            case MANGLE -> List.of(Hook.PREROUTING, Hook.FORWARD);
        };
    }

    /// The chain of a filter in this table, at the priority that the kernel gives the table.
    Base base(Hook hook, Policy policy) {
        return new Base(ChainType.FILTER, hook, priority, policy);
    }

    static Table of(Base base) {
        if (base.type() == ChainType.NAT) {
            return NAT;
        }
        return base.priority() == MANGLE.priority ? MANGLE : FILTER;
    }
}
