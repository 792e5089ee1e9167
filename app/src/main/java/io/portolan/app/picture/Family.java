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
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
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

/// The colours of kinds: each kind belongs to a family, containers have a tint and a line.
public final class Family {
    private Family() {}

    /// The colour of the icon of an element.
    public static Ink of(Element element) {
        return switch (element) {
            case Cluster _, Namespace _, Workload _, Service _ -> Ink.KUBERNETES;
            case Mesh _ -> Ink.MESH;
            case Gateway _ -> Ink.GATEWAY;
            case Vlan _, Firewall _, Router _, LoadBalancer _ -> Ink.LEGACY;
            case Mainframe _, Database _, Appliance _, VirtualMachine _ -> Ink.LEGACY;
            case CloudRegion _, CloudNetwork _, CloudFirewall _, ExternalApi _ -> Ink.CLOUD;
            case DnsZone _, ServiceRegistry _, AddressPool _ -> Ink.DNS;
            case Site _, Subnet _, Internet _, Client _, SdnController _ -> Ink.NETWORK;
        };
    }

    static Ink fill(Element container) {
        return switch (container) {
            case Cluster _ -> Ink.CLUSTER_FILL;
            case Namespace _ -> Ink.NAMESPACE_FILL;
            case Vlan _, Subnet _ -> Ink.VLAN_FILL;
            case CloudNetwork _ -> Ink.NAMESPACE_FILL;
            default -> Ink.SITE_FILL;
        };
    }

    static Ink line(Element container) {
        return switch (container) {
            case Cluster _ -> Ink.CLUSTER_LINE;
            case Namespace _, CloudNetwork _ -> Ink.NAMESPACE_LINE;
            case Vlan _, Subnet _ -> Ink.VLAN_LINE;
            default -> Ink.SITE_LINE;
        };
    }
}
