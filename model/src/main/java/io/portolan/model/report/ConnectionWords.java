package io.portolan.model.report;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.TrafficSet;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What pairs may open, in the words of the table: `All Connections`, or `TCP 80,443,UDP 53`. Port
/// 0 is no port that anybody can dial, and protocols without ports have no words of their own. Many
/// pairs may open the same, which is put in words once.
final class ConnectionWords {
    static final String EVERYTHING = "All Connections";
    private static final PortSet DIALLED = PortSet.range(1, 65535);
    private static final List<Transport> ALPHABETICAL =
            List.of(Transport.SCTP, Transport.TCP, Transport.UDP);

    /// By identity: pairs that may open the same mostly share one object, and hashing it would take
    /// longer than the words.
    private final IdentityHashMap<TrafficSet, Optional<String>> known = new IdentityHashMap<>();

    /// The words; nothing where only protocols without words are allowed.
    Optional<String> of(TrafficSet traffic) {
        return known.computeIfAbsent(traffic, ConnectionWords::words);
    }

    private static Optional<String> words(TrafficSet traffic) {
        if (traffic.others() && ALPHABETICAL.stream().allMatch(t -> isFull(traffic.ports(t)))) {
            return Optional.of(EVERYTHING);
        }
        String words =
                ALPHABETICAL.stream()
                        .filter(transport -> !dialled(traffic, transport).isEmpty())
                        .map(transport -> transport + " " + dialled(traffic, transport))
                        .collect(Collectors.joining(","));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static PortSet dialled(TrafficSet traffic, Transport transport) {
        return traffic.ports(transport).intersection(DIALLED);
    }

    private static boolean isFull(PortSet ports) {
        return ports.intersection(DIALLED).equals(DIALLED);
    }
}
