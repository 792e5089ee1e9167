package io.portolan.exporters.netns;

import io.portolan.exporters.spi.Artifact;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.design.StaticRoute;
import io.portolan.model.net.Address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A firewall of a design in a network namespace of its own, and for each of its interfaces one
/// with the hosts behind it. Nothing else of the machine is touched; all of it goes away on
/// closing, and when the test is killed.
public final class Lab implements AutoCloseable {
    /// It would keep addresses of IPv6 back for a second.
    private static final String WITHOUT_DUPLICATE_SEARCH =
            "echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad";

    private static final AtomicInteger LABS = new AtomicInteger();

    private final String prefix =
            "portolan-%d-%d-".formatted(ProcessHandle.current().pid(), LABS.incrementAndGet());
    private final List<String> names = new ArrayList<>();
    private final SequencedMap<String, Namespace> peers = new LinkedHashMap<>();
    private final Map<String, List<Address>> hosts;
    private final Thread cleaning = new Thread(this::removeAll);

    /// `hosts` are the addresses behind each interface of the firewall.
    public Lab(Firewall firewall, Map<String, List<Address>> hosts) {
        this.hosts = hosts;
        Runtime.getRuntime().addShutdownHook(cleaning);
        try {
            add("fw");
            hosts.keySet().forEach(face -> segment(firewall, face));
            firewall.routes().forEach(this::route);
            forwarding();
        } catch (RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    private String add(String name) {
        String full = prefix + name;
        Ran.ok("ip", "netns", "add", full);
        names.add(full);
        ip(name, "link set lo up");
        Ran.ok("ip", "netns", "exec", full, "sh", "-e", "-c", WITHOUT_DUPLICATE_SEARCH);
        return full;
    }

    // ---------------------------------------------------------------- cables and addresses

    private void segment(Firewall firewall, String face) {
        InterfaceAddress own = own(firewall, face);
        String name = add(face);
        ip("fw", "link add %s type veth peer name eth netns %s".formatted(face, name));
        address("fw", face, own.address(), own.length());
        for (Address host : hostsOf(face)) {
            address(face, "eth", host, own.network().contains(host) ? own.length() : host.bits());
        }
        nextHops(firewall, own).forEach(via -> address(face, "eth", via, own.length()));
        ip("fw", "link set %s up".formatted(face));
        ip(face, "link set eth up");
        ip(face, "route add default via %s dev eth onlink".formatted(own.address()));
        peers.put(face, new Namespace(name));
    }

    private static InterfaceAddress own(Firewall firewall, String face) {
        return firewall.interfaces().stream()
                .filter(i -> i.name().equals(face))
                .flatMap(i -> i.address().stream())
                .findFirst()
                .orElseThrow();
    }

    /// The routers behind an interface are played by its hosts.
    private List<Address> nextHops(Firewall firewall, InterfaceAddress own) {
        return firewall.routes().stream()
                .flatMap(route -> route.via().stream())
                .filter(own.network()::contains)
                .distinct()
                .toList();
    }

    private void address(String namespace, String device, Address address, int length) {
        ip(namespace, "address add %s/%d dev %s".formatted(address, length, device));
    }

    private void route(StaticRoute route) {
        ip("fw", "route add %s via %s".formatted(route.prefix(), route.via().orElseThrow()));
    }

    /// Runs `ip` on a namespace of this lab; no word of it holds a space.
    private void ip(String namespace, String words) {
        Ran.ok(("ip -n " + prefix + namespace + " " + words).split(" ", -1));
    }

    private void forwarding() {
        inFirewall(
                """
                echo 1 > /proc/sys/net/ipv4/ip_forward
                echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
                """);
    }

    private List<Address> hostsOf(String face) {
        return hosts.getOrDefault(face, List.of());
    }

    // ---------------------------------------------------------------- use

    /// Loads what was exported into the firewall.
    public void load(List<Artifact> artifacts) {
        artifacts.forEach(this::load);
    }

    private void load(Artifact artifact) {
        try {
            Path file = Files.createTempFile("portolan", "rules");
            try {
                Files.writeString(file, artifact.text());
                inFirewall(program(artifact.path()) + " " + file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program(String path) {
        return path.endsWith(".nft")
                ? "nft -f"
                : path.endsWith(".v6") ? "ip6tables-restore" : "iptables-restore";
    }

    /// Runs a script of the shell where the firewall is.
    public void inFirewall(String script) {
        Ran.ok("ip", "netns", "exec", prefix + "fw", "sh", "-e", "-c", script);
    }

    /// Every host listens on these ports.
    public void serve(String transport, List<Integer> ports) {
        peers.forEach((face, peer) -> {
            for (Address host : hostsOf(face)) {
                ports.forEach(port -> peer.serve(transport, host, port));
            }
        });
    }

    /// Tries all at once; each that is not answered after `millis` is given up.
    public SequencedMap<Attempt, Answer> attempt(List<Attempt> attempts, int millis) {
        SequencedMap<Attempt, Future<String>> running = new LinkedHashMap<>();
        attempts.forEach(a -> running.put(a, peerOf(a.from()).attempt(a, millis)));
        SequencedMap<Attempt, Answer> answers = new LinkedHashMap<>();
        running.forEach((a, answer) -> answers.put(a, Answer.parse(Namespace.get(answer))));
        return answers;
    }

    private Namespace peerOf(Address host) {
        return peers.entrySet().stream()
                .filter(peer -> hostsOf(peer.getKey()).contains(host))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        removeAll();
        Runtime.getRuntime().removeShutdownHook(cleaning);
    }

    private synchronized void removeAll() {
        peers.values().forEach(Namespace::close);
        names.forEach(name -> Ran.of("ip", "netns", "delete", name));
        names.clear();
    }
}
