package io.portolan.model.compile.ground;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Client;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Database;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Service;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Vlan;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// What addresses the design gives to an element.
public final class Addresses {
    private static final List<Cidr> EVERYWHERE = List.of(Cidr.all(false), Cidr.all(true));

    private Addresses() {}

    /// Those written at the element itself; empty where the design does not say.
    static List<Cidr> own(Design design, ElementId id) {
        return design.find(id).map(Addresses::own).orElse(List.of());
    }

    /// Those written at an element; empty where the design does not say.
    public static List<Cidr> own(Element element) {
        return switch (element) {
            case Endpoint endpoint -> own(endpoint);
            case Enforcer enforcer -> own(enforcer);
            case Cluster cluster -> cluster.nodeRanges();
            default -> range(element).stream().toList();
        };
    }

    private static List<Cidr> own(Endpoint endpoint) {
        return switch (endpoint) {
            case Workload e -> blocks(e.addresses());
            case Service e ->
                    ServiceAddresses.isBalanced(e)
                            ? blocks(e.atBalancer())
                            : e.address().map(Address::asBlock).stream().toList();
            case Database e -> blocks(e.addresses());
            case Mainframe e -> blocks(e.addresses());
            case Appliance e -> blocks(e.addresses());
            case VirtualMachine e -> blocks(e.addresses());
            case ExternalApi e -> e.ranges();
            case Internet e -> e.ranges().isEmpty() ? EVERYWHERE : e.ranges();
            case Client e -> e.ranges();
        };
    }

    private static List<Cidr> own(Enforcer enforcer) {
        return switch (enforcer) {
            case Gateway e -> blocks(e.addresses());
            case LoadBalancer e -> blocks(e.addresses());
            default -> List.of();
        };
    }

    /// The range of a VLAN or subnet.
    public static Optional<Cidr> range(Element element) {
        return switch (element) {
            case Vlan vlan -> vlan.subnet();
            case Subnet subnet -> Optional.of(subnet.range());
            default -> Optional.empty();
        };
    }

    /// The address by which the design names the way out of a VLAN or subnet.
    static Optional<Address> gateway(Element element) {
        return switch (element) {
            case Vlan vlan -> vlan.gateway();
            case Subnet subnet -> subnet.gateway();
            default -> Optional.empty();
        };
    }

    /// Each address as a block of its own.
    public static List<Cidr> blocks(List<Address> addresses) {
        return addresses.stream().map(Address::asBlock).toList();
    }
}
