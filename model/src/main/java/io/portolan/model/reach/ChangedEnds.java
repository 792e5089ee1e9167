package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;

import java.util.Set;

/// Which ends of connections can differ between two designs: members that changed, and those that a
/// policy governs which is in one design only. What is between two ends that are not among them is
/// the same in both, so that it need not be compared. Whatever else differs (devices, translations,
/// proxies) may change everything.
public sealed interface ChangedEnds {
    /// Any pair may differ.
    record Everything() implements ChangedEnds {}

    /// Only connections from a name of `sources` or to a name of `destinations` may differ.
    record Some(Set<String> sources, Set<String> destinations) implements ChangedEnds {
        public Some {
            sources = Set.copyOf(sources);
            destinations = Set.copyOf(destinations);
        }
    }

    static ChangedEnds between(CompiledDesign before, CompiledDesign after) {
        return new EndComparison(before, after).result();
    }
}
