package io.portolan.model.design;

import java.util.Optional;

/// A base chain of Linux: where it hangs and what becomes of packets that no rule of it decides.
/// Without a priority it is that of the usual table: 0 at forward, -150 (mangle) elsewhere. An
/// accept ends this chain only, later chains still see the packet; a drop is final.
public record FilterChain(
        String name, ChainHook hook, Optional<Integer> priority, FilterAction policy) {
    public FilterChain {
        if (policy != FilterAction.PERMIT && policy != FilterAction.DENY) {
            throw new IllegalArgumentException(
                    "The policy of the chain (%s) must be permit or deny.".formatted(name));
        }
    }
}
