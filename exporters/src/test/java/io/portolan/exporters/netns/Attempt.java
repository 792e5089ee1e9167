package io.portolan.exporters.netns;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A connection to try: `tcp` or `udp`, by addresses.
public record Attempt(String transport, Address from, Address to, int port) {

    /// From every host to those behind other interfaces, on every port of each transport.
    static List<Attempt> between(
            Map<String, List<Address>> hosts, Map<String, List<Integer>> ports) {
        return to(hosts, hosts.values().stream().flatMap(List::stream).toList(), ports);
    }

    /// From every host to these addresses, where they are not beside it.
    static List<Attempt> to(
            Map<String, List<Address>> hosts,
            List<Address> targets,
            Map<String, List<Integer>> ports) {
        return hosts.values().stream()
                .flatMap(home -> home.stream().flatMap(from -> from(from, home, targets)))
                .flatMap(pair -> pair.on(ports))
                .toList();
    }

    private static Stream<Pair> from(Address from, List<Address> home, List<Address> targets) {
        return targets.stream().filter(to -> !home.contains(to)).map(to -> new Pair(from, to));
    }

    private record Pair(Address from, Address to) {
        Stream<Attempt> on(Map<String, List<Integer>> ports) {
            return ports.entrySet().stream()
                    .flatMap(e ->
                            e.getValue().stream().map(p -> new Attempt(e.getKey(), from, to, p)));
        }
    }

    @Override
    public String toString() {
        return "%s %s -> %s:%d".formatted(transport, from, to, port);
    }
}
