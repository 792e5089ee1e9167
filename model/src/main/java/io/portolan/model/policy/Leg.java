package io.portolan.model.policy;

import java.util.List;

/// What two captured ends do between each other when `identified` matches the dialled header: the
/// client proves its identity and the wire shows this port (0 = the application port; several =
/// undefined which). The first that matches holds; without wire ports it is plaintext, as without
/// any leg.
public record Leg(String client, String server, Match identified, List<Integer> wirePorts) {
    public Leg {
        wirePorts = List.copyOf(wirePorts);
    }
}
