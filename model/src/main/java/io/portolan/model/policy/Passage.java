package io.portolan.model.policy;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the packet passes a device.
public sealed interface Passage {
    /// Interface or zone names.
    record Enters(Set<String> names) implements Passage {
        public Enters {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }

    record Leaves(Set<String> names) implements Passage {
        public Leaves {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }

    record InState(Set<ConnectionState> states) implements Passage {
        public InState {
            states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
        }
    }

    /// This device rewrote the destination, by that translation (empty: by any). `--ctstate DNAT`,
    /// FortiGate VIP.
    record Translated(Optional<String> by) implements Passage {}
}
