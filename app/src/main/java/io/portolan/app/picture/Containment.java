package io.portolan.app.picture;

import io.portolan.model.design.AddressPool;
import io.portolan.model.design.Appliance;
import io.portolan.model.design.Client;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.CloudRegion;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Database;
import io.portolan.model.design.DnsZone;
import io.portolan.model.design.Element;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Router;
import io.portolan.model.design.SdnController;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServiceRegistry;
import io.portolan.model.design.Site;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Vlan;
import io.portolan.model.design.Workload;
import io.portolan.model.design.Zone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may be drawn inside of what. A mesh holds nothing: its members belong to it wherever they
/// are drawn.
public final class Containment {
    /// Kinds that only make sense inside something.
    private static final Set<Class<? extends Element>> NEVER_ALONE =
            Set.of(Namespace.class, Workload.class, Service.class);

    private static final Map<Class<? extends Element>, Set<Class<? extends Element>>> HOLDS =
            rules();

    private Containment() {}

    /// Whether an element of this kind is drawn as a box that others sit in.
    public static boolean isContainer(Class<? extends Element> kind) {
        return Zone.class.isAssignableFrom(kind) && kind != Mesh.class;
    }

    /// Whether a `child` may sit in a `parent`.
    public static boolean allows(Class<? extends Element> parent, Class<? extends Element> child) {
        return HOLDS.getOrDefault(parent, Set.of()).contains(child);
    }

    /// Whether a `child` may sit in a parent of that kind, or on the bare drawing if there is none.
    public static boolean allows(
            Optional<Class<? extends Element>> parent, Class<? extends Element> child) {
        return parent.map(p -> allows(p, child)).orElse(!NEVER_ALONE.contains(child));
    }

    private static Map<Class<? extends Element>, Set<Class<? extends Element>>> rules() {
        Map<Class<? extends Element>, Set<Class<? extends Element>>> rules = new LinkedHashMap<>();
        rules.put(
                Site.class,
                Set.of(
                        Cluster.class,
                        Vlan.class,
                        Subnet.class,
                        Mesh.class,
                        Gateway.class,
                        LoadBalancer.class,
                        Router.class,
                        Firewall.class,
                        Database.class,
                        Mainframe.class,
                        Appliance.class,
                        VirtualMachine.class,
                        Client.class,
                        DnsZone.class,
                        ServiceRegistry.class,
                        AddressPool.class,
                        SdnController.class));
        rules.put(
                CloudRegion.class,
                Set.of(
                        CloudNetwork.class,
                        Cluster.class,
                        Subnet.class,
                        Mesh.class,
                        Gateway.class,
                        LoadBalancer.class,
                        Router.class,
                        Firewall.class,
                        CloudFirewall.class,
                        Database.class,
                        Appliance.class,
                        VirtualMachine.class,
                        DnsZone.class,
                        ServiceRegistry.class,
                        AddressPool.class));
        rules.put(
                CloudNetwork.class,
                Set.of(
                        Cluster.class,
                        Subnet.class,
                        Gateway.class,
                        LoadBalancer.class,
                        Router.class,
                        Firewall.class,
                        CloudFirewall.class,
                        Database.class,
                        Appliance.class,
                        VirtualMachine.class,
                        DnsZone.class));
        rules.put(
                Cluster.class,
                Set.of(
                        Namespace.class,
                        Mesh.class,
                        Gateway.class,
                        DnsZone.class,
                        ServiceRegistry.class));
        rules.put(
                Namespace.class,
                Set.of(
                        Workload.class,
                        Service.class,
                        Gateway.class,
                        Mesh.class,
                        DnsZone.class,
                        ServiceRegistry.class));
        rules.put(Vlan.class, segment());
        rules.put(Subnet.class, segment());
        return rules;
    }

    private static Set<Class<? extends Element>> segment() {
        return Set.of(
                Gateway.class,
                LoadBalancer.class,
                Router.class,
                Firewall.class,
                CloudFirewall.class,
                Database.class,
                Mainframe.class,
                Appliance.class,
                VirtualMachine.class,
                Client.class,
                DnsZone.class,
                ServiceRegistry.class);
    }
}
