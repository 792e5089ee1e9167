package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

/// A set of protocols with their destination ports: ports per transport, and whether every protocol
/// without ports (ICMP, ESP ...) is in it.
public record TrafficSet(PortSet tcp, PortSet udp, PortSet sctp, boolean others) {
    public static final TrafficSet NONE =
            new TrafficSet(PortSet.NONE, PortSet.NONE, PortSet.NONE, false);
    public static final TrafficSet ALL =
            new TrafficSet(PortSet.ALL, PortSet.ALL, PortSet.ALL, true);

    public PortSet ports(Transport transport) {
        return switch (transport) {
            case TCP -> tcp;
            case UDP -> udp;
            case SCTP -> sctp;
        };
    }

    public boolean isEmpty() {
        return !others && tcp.isEmpty() && udp.isEmpty() && sctp.isEmpty();
    }

    public TrafficSet intersection(TrafficSet other) {
        return new TrafficSet(
                tcp.intersection(other.tcp),
                udp.intersection(other.udp),
                sctp.intersection(other.sctp),
                others && other.others);
    }

    public TrafficSet union(TrafficSet other) {
        return new TrafficSet(
                tcp.union(other.tcp),
                udp.union(other.udp),
                sctp.union(other.sctp),
                others || other.others);
    }
}
