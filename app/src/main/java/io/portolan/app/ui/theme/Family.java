package io.portolan.app.ui.theme;

import io.portolan.model.design.AddressPool;
import io.portolan.model.design.Client;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.CloudRegion;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.DnsZone;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.SdnController;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServiceRegistry;
import io.portolan.model.design.Site;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Workload;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Kinds that share a colour.
public enum Family {
    K8S,
    MESH,
    GATE,
    CLOUD,
    DNS,
    NET,
    /// The network that was there before.
    LEGACY;

    private static final Map<Class<?>, Family> OF_KIND = new LinkedHashMap<>();

    static {
        all(K8S, Cluster.class, Namespace.class, Workload.class, Service.class);
        all(MESH, Mesh.class);
        all(GATE, Gateway.class);
        all(CLOUD, CloudRegion.class, CloudNetwork.class, CloudFirewall.class, ExternalApi.class);
        all(DNS, DnsZone.class, ServiceRegistry.class, AddressPool.class);
        all(NET, Site.class, Subnet.class, Internet.class, Client.class, SdnController.class);
    }

    private static void all(Family family, Class<?>... kinds) {
        for (Class<?> kind : kinds) {
            OF_KIND.put(kind, family);
        }
    }

    /// The family of a kind of element.
    public static Family of(Class<?> kind) {
        return OF_KIND.getOrDefault(kind, LEGACY);
    }

    /// The style class that colours an icon or a tile.
    public String styleClass() {
        return "family-" + name().toLowerCase(Locale.ROOT);
    }
}
