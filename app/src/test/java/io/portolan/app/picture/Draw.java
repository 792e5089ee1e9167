package io.portolan.app.picture;

import io.portolan.model.design.About;
import io.portolan.model.design.Box;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Database;
import io.portolan.model.design.Design;
import io.portolan.model.design.DnsView;
import io.portolan.model.design.DnsZone;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Intent;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Layout;
import io.portolan.model.design.Link;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Site;
import io.portolan.model.design.TlsMode;
import io.portolan.model.design.Vlan;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Draws designs for tests, element by element.
public final class Draw {
    private final SequencedMap<ElementId, Element> elements = new LinkedHashMap<>();
    private final SequencedMap<String, Flow> flows = new LinkedHashMap<>();
    private final SequencedMap<String, Link> links = new LinkedHashMap<>();
    private final String name;
    private final Map<ElementId, Box> boxes = new LinkedHashMap<>();

    public Draw(String name) {
        this.name = name;
    }

    public static ElementId id(String text) {
        return ElementId.parse(text);
    }

    public Design done() {
        Design empty = Design.named(name);
        return new Design(
                name,
                elements,
                links,
                flows,
                empty.observed(),
                empty.governance(),
                Layout.EMPTY.with(boxes));
    }

    /// Puts the element added last at a place.
    public Draw at(int x, int y, int width, int height) {
        boxes.put(elements.lastEntry().getKey(), new Box(x, y, width, height));
        return this;
    }

    public Draw put(Element element) {
        elements.put(element.id(), element);
        return this;
    }

    public Draw site(String name, String range) {
        return put(
                new Site(
                        id(name.toLowerCase(Locale.ROOT)),
                        name,
                        Optional.empty(),
                        About.NOTHING,
                        List.of(Cidr.parse(range))));
    }

    public Draw cluster(String name, String parent, Cni cni, String pods) {
        return put(
                new Cluster(
                        id(name),
                        name,
                        parent(parent),
                        About.NOTHING,
                        Optional.of(cni),
                        List.of(Cidr.parse(pods)),
                        List.of(),
                        List.of(),
                        Masquerade.OUTSIDE_CLUSTER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        RuleSource.DERIVED));
    }

    public static Cni cni(CniProduct product, String version, Encapsulation encapsulation) {
        return new Cni(product, Optional.of(version), encapsulation);
    }

    public Draw namespace(String name, String parent) {
        return put(new Namespace(id(name), name, parent(parent), About.NOTHING, Map.of()));
    }

    public Draw workload(String name, String parent, WorkloadKind kind, int... ports) {
        return put(
                new Workload(
                        id(name),
                        name,
                        parent(parent),
                        About.NOTHING,
                        kind,
                        Map.of(),
                        Optional.empty(),
                        Arrays.stream(ports)
                                .mapToObj(p ->
                                        new WorkloadPort(
                                                Optional.empty(),
                                                Transport.TCP,
                                                p,
                                                Optional.empty()))
                                .toList(),
                        Optional.empty(),
                        false,
                        false,
                        List.of()));
    }

    public Draw gateway(String name, String parent) {
        Listener https =
                new Listener(
                        "https",
                        443,
                        ListenerProtocol.TLS,
                        Optional.of(TlsMode.TERMINATE),
                        List.of("pay.example"),
                        Optional.empty());
        return put(
                new Gateway(
                        id(name),
                        name,
                        parent(parent),
                        About.NOTHING,
                        GatewayProduct.ENVOY,
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(https),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public Draw vlan(int tag, String parent, String range) {
        return put(
                new Vlan(
                        id("vlan-" + tag),
                        "VLAN " + tag,
                        parent(parent),
                        About.NOTHING,
                        tag,
                        Optional.of(Cidr.parse(range)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public Draw mainframe(String name, String parent, String address, int port) {
        return put(
                new Mainframe(
                        id(name),
                        name,
                        parent(parent),
                        About.NOTHING,
                        Optional.of("z/OS"),
                        List.of(Address.parse(address)),
                        List.of(),
                        List.of(new HostPort(Transport.TCP, port, Optional.empty()))));
    }

    public Draw database(String name, String parent, String address, int port) {
        return put(
                new Database(
                        id(name),
                        name,
                        parent(parent),
                        About.NOTHING,
                        Optional.of("PostgreSQL"),
                        List.of(Address.parse(address)),
                        List.of(),
                        List.of(new HostPort(Transport.TCP, port, Optional.empty()))));
    }

    public Draw firewall(String name, String parent, FirewallPlatform platform, String version) {
        return put(
                new Firewall(
                        id(name),
                        name,
                        parent(parent),
                        About.NOTHING,
                        platform,
                        Optional.of(version).filter(v -> !v.isEmpty()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        Optional.empty(),
                        RuleSource.DERIVED));
    }

    public Draw internet(String name) {
        return put(new Internet(id("internet"), name, Optional.empty(), About.NOTHING, List.of()));
    }

    public Draw api(String name, String host) {
        return put(
                new ExternalApi(
                        id(name),
                        name,
                        Optional.empty(),
                        About.NOTHING,
                        List.of(host),
                        List.of(),
                        List.of()));
    }

    public Draw dns(String name, String parent, String domain, int views) {
        List<DnsView> all =
                IntStream.range(0, views)
                        .mapToObj(i -> new DnsView("v" + i, List.of(), List.of(), List.of()))
                        .toList();
        return put(
                new DnsZone(id(name), name, parent(parent), About.NOTHING, domain, List.of(), all));
    }

    public Draw mesh(String name, String... members) {
        return put(
                new Mesh(
                        id(name),
                        name,
                        Optional.empty(),
                        About.NOTHING,
                        MeshProduct.ISTIO_SIDECAR,
                        Arrays.stream(members).map(Draw::id).toList(),
                        MtlsMode.STRICT,
                        Optional.of("bank.example"),
                        OutboundMode.REGISTRY_ONLY,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        RuleSource.DERIVED));
    }

    public Draw flow(
            String id, String from, String to, int port, Encryption encryption, String... via) {
        flows.put(
                id,
                new Flow(
                        id,
                        id(from),
                        id(to),
                        Intent.ALLOW,
                        Protocol.TCP,
                        Optional.of(PortSet.of(port)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Arrays.stream(via).map(Draw::id).toList(),
                        Optional.empty(),
                        encryption,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return this;
    }

    public Draw link(String from, String to) {
        links.put(
                from + "-" + to,
                new Link(
                        from + "-" + to,
                        id(from),
                        Optional.empty(),
                        id(to),
                        Optional.empty(),
                        Optional.empty()));
        return this;
    }

    private static Optional<ElementId> parent(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(id(text));
    }
}
