package io.portolan.exporters.mesh.consul;

import java.util.List;
import java.util.Optional;

/// A service outside the mesh that a terminating gateway connects to: the hosts or addresses by
/// which it is dialled, none where no ServiceDefaults give them.
public record LinkedService(String name, List<String> addresses, Optional<Integer> port) {
    public LinkedService {
        addresses = List.copyOf(addresses);
    }
}
