package io.portolan.app.picture;

import io.portolan.model.design.AddressPool;
import io.portolan.model.design.Appliance;
import io.portolan.model.design.Client;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.CloudRegion;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.Database;
import io.portolan.model.design.DnsZone;
import io.portolan.model.design.Element;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Listener;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Router;
import io.portolan.model.design.SdnController;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.ServiceRegistry;
import io.portolan.model.design.Site;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Vlan;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.Address;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one line that an architect wants to read under a name.
final class Facts {
    static final String DOT = " · ";
    private static final int LISTED = 2;

    private Facts() {}

    static String of(Element element) {
        return switch (element) {
            case Site e -> joined("site", listed(e.ranges()));
            case CloudRegion e -> joined(Wording.of(e.provider()), e.region(), listed(e.ranges()));
            case CloudNetwork e -> joined("network", listed(e.ranges()));
            case Cluster e -> cluster(e);
            case Namespace _ -> "";
            case Vlan e -> e.subnet().map(Object::toString).orElse("tag " + e.tag());
            case Subnet e -> e.range().toString();
            case Mesh e ->
                    joined(Wording.of(e.product()), Wording.of(e.mtls()).replace(" mTLS", ""));
            case Workload e ->
                    joined(Wording.of(e.workloadKind()), ports(e.ports(), WorkloadPort::port));
            case Service e -> joined(Wording.of(e.type()), ports(e.ports(), ServicePort::port));
            case Database e -> host(e.product(), e.addresses(), e.ports());
            case Mainframe e -> host(e.product(), e.addresses(), e.ports());
            case Appliance e -> host(e.product(), e.addresses(), e.ports());
            case VirtualMachine e -> host(e.system(), e.addresses(), e.ports());
            case ExternalApi e -> first(e.names(), listed(e.ranges()), e);
            case Internet e -> e.ranges().isEmpty() ? "0.0.0.0/0" : some(e.ranges());
            case Client e -> first(List.of(), listed(e.ranges()), e);
            case Gateway e -> joined(Wording.of(e.product()), protocols(e.listeners()));
            case LoadBalancer e -> joined(e.product().orElse("Balancer"), listed(e.addresses()));
            case Router e -> joined(Wording.of(e.platform()), interfaces(e.interfaces().size()));
            case Firewall e -> (Wording.of(e.platform()) + " " + e.version().orElse("")).strip();
            case CloudFirewall e -> Wording.of(e.firewallKind());
            case DnsZone e -> joined(e.domain().equals(e.label()) ? "zone" : e.domain(), views(e));
            case ServiceRegistry e -> joined(e.product(), e.domain().orElse(""));
            case AddressPool e -> e.range().toString();
            case SdnController e -> e.product().orElse("Controller");
        };
    }

    private static String cluster(Cluster cluster) {
        return joined(
                cluster.cni().map(Facts::plugin).orElse("no CNI chosen"),
                cluster.cni().map(c -> encapsulation(c.encapsulation())).orElse(""),
                cluster.podRanges().isEmpty() ? "" : "pods " + listed(cluster.podRanges()));
    }

    private static String plugin(Cni cni) {
        return (Wording.of(cni.product()) + " " + cni.version().orElse("")).strip();
    }

    private static String encapsulation(Encapsulation encapsulation) {
        return switch (encapsulation) {
            case NONE -> "native";
            case IP_IN_IP -> "IPIP";
            case VXLAN -> "VXLAN";
            case GENEVE -> "Geneve";
            case WIREGUARD -> "WireGuard";
        };
    }

    private static String host(
            Optional<String> product, List<Address> addresses, List<HostPort> ports) {
        String where =
                addresses.isEmpty()
                        ? product.map(Facts::withoutVersion).orElse("no address")
                        : listed(addresses);
        return joined(where, ports(ports, HostPort::port));
    }

    /// `PostgreSQL` for `PostgreSQL 17`: the inspector says the rest.
    private static String withoutVersion(String product) {
        return product.replaceFirst(" v?\\d.*$", "");
    }

    /// One port by its number, of several the first: `53` for udp and tcp.
    private static <P> String ports(List<P> ports, ToIntFunction<P> number) {
        List<Integer> numbers = ports.stream().mapToInt(number).distinct().boxed().toList();
        return some(numbers);
    }

    /// The first, and how many more.
    private static String some(List<?> values) {
        return values.size() > 1 ? values.getFirst() + " +" + (values.size() - 1) : listed(values);
    }

    private static String first(List<String> names, String otherwise, Element element) {
        String text = names.isEmpty() ? otherwise : names.getFirst();
        return text.isEmpty() ? Kinds.titleOf(element.getClass()) : text;
    }

    private static String protocols(List<Listener> listeners) {
        List<String> words = new ArrayList<>();
        listeners.forEach(l -> words.add(l.protocol().name()));
        if (listeners.stream().anyMatch(l -> l.tls().isPresent() && !l.hostnames().isEmpty())) {
            words.add("SNI");
        }
        return words.stream().distinct().limit(LISTED).collect(Collectors.joining(", "));
    }

    private static String interfaces(int count) {
        return count == 0 ? "" : count + (count == 1 ? " interface" : " interfaces");
    }

    private static String views(DnsZone zone) {
        return zone.views().size() > 1 ? zone.views().size() + " views" : "";
    }

    private static String listed(Collection<?> values) {
        return listed(values, Object::toString);
    }

    private static <T> String listed(Collection<T> values, Function<? super T, String> text) {
        String some = values.stream().limit(LISTED).map(text).collect(Collectors.joining(", "));
        return values.size() > LISTED ? some + " +" + (values.size() - LISTED) : some;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(p -> !p.isBlank()).collect(Collectors.joining(DOT));
    }
}
