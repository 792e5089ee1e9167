package io.portolan.app.ui.palette;

import io.portolan.app.ui.theme.KindTitle;
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
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Kinds;
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

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds that can be placed, in groups, and which of them the next click in the drawing places.
public final class PaletteViewModel {
    private static final List<Group> GROUPS =
            List.of(
                    new Group(
                            "Kubernetes",
                            List.of(Cluster.class, Namespace.class, Workload.class, Service.class)),
                    new Group("Mesh and gateways", List.of(Mesh.class, Gateway.class)),
                    new Group(
                            "Legacy network",
                            List.of(
                                    Vlan.class,
                                    Firewall.class,
                                    Router.class,
                                    LoadBalancer.class,
                                    Mainframe.class,
                                    Database.class,
                                    VirtualMachine.class,
                                    Appliance.class,
                                    Subnet.class,
                                    Site.class)),
                    new Group(
                            "Cloud, outside, names",
                            List.of(
                                    CloudFirewall.class,
                                    ExternalApi.class,
                                    DnsZone.class,
                                    AddressPool.class,
                                    CloudRegion.class,
                                    CloudNetwork.class,
                                    Internet.class,
                                    Client.class,
                                    ServiceRegistry.class,
                                    SdnController.class)));

    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Class<? extends Element>>> armed =
            new SimpleObjectProperty<>(Optional.empty());

    /// Kinds under one heading.
    public record Group(String title, List<Class<? extends Element>> kinds) {
        public Group {
            kinds = List.copyOf(kinds);
        }
    }

    /// The groups with the kinds that the search finds; all of them if nothing is typed.
    public List<Group> found() {
        String typed = search.get().strip().toLowerCase(Locale.ROOT);
        return GROUPS.stream()
                .map(g -> new Group(g.title(), matching(g, typed)))
                .filter(g -> !g.kinds().isEmpty())
                .toList();
    }

    private static List<Class<? extends Element>> matching(Group group, String typed) {
        return group.kinds().stream().filter(kind -> words(kind).contains(typed)).toList();
    }

    private static String words(Class<?> kind) {
        return (KindTitle.of(kind) + " " + Kinds.titleOf(kind)).toLowerCase(Locale.ROOT);
    }

    public StringProperty search() {
        return search;
    }

    /// The kind that the next click in the drawing places.
    public ObjectProperty<Optional<Class<? extends Element>>> armed() {
        return armed;
    }
}
