package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.ElementId;
import io.portolan.model.net.Cidr;

/// A block of addresses that an element uses, in the routing domain where it must be unique.
record Prefix(ElementId owner, Use use, Cidr range, String domain) {
    /// What the addresses are for.
    enum Use {
        SEGMENT("the subnet"),
        NETWORK("the range"),
        PODS("the pod range"),
        SERVICES("the service range"),
        NODES("the node range");

        private final String words;

        Use(String words) {
            this.words = words;
        }
    }

    /// As messages name it: `the subnet of vlan-10 (10.1.0.0/24)`.
    @Override
    public String toString() {
        return "%s of %s (%s)".formatted(use.words, owner, range);
    }
}
