package io.portolan.model.design;

import io.portolan.model.net.Transport;

import java.util.List;

/// One virtual port of a load balancer and its members.
public record Pool(
        String name, Transport protocol, int port, List<ElementId> members, int memberPort) {
    public Pool {
        members = List.copyOf(members);
        Values.checkPort(port);
        Values.checkPort(memberPort);
    }
}
