package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Client;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Database;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Router;
import io.portolan.model.design.Service;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An address that an element answers on: its own, or that of one of its interfaces, which knows
/// the prefix of its link.
record AddressUse(
        ElementId owner, Optional<DeviceInterface> on, Address address, Optional<Cidr> link) {

    /// Where it is, as messages name it: `edge-fw (outside)`.
    String place() {
        return owner + on.map(i -> " (" + i.name() + ")").orElse("");
    }

    static Stream<AddressUse> of(Element element) {
        return switch (element) {
            case Endpoint endpoint -> own(endpoint.id(), of(endpoint));
            case Enforcer enforcer -> of(enforcer);
            default -> Stream.empty();
        };
    }

    private static List<Address> of(Endpoint endpoint) {
        return switch (endpoint) {
            case Workload workload -> workload.addresses();
            case Service service -> service.ownAddresses();
            case Database database -> database.addresses();
            case Mainframe mainframe -> mainframe.addresses();
            case Appliance appliance -> appliance.addresses();
            case VirtualMachine machine -> machine.addresses();
            case ExternalApi _, Internet _, Client _ -> List.of();
        };
    }

    private static Stream<AddressUse> of(Enforcer enforcer) {
        return switch (enforcer) {
            case Gateway gateway -> own(gateway.id(), gateway.addresses());
            case LoadBalancer balancer -> own(balancer.id(), balancer.addresses());
            case Router router -> interfaces(router.id(), router.interfaces());
            case Firewall firewall -> interfaces(firewall.id(), firewall.interfaces());
            case CloudFirewall _ -> Stream.empty();
        };
    }

    private static Stream<AddressUse> own(ElementId owner, List<Address> addresses) {
        return addresses.stream()
                .map(a -> new AddressUse(owner, Optional.empty(), a, Optional.empty()));
    }

    private static Stream<AddressUse> interfaces(ElementId owner, List<DeviceInterface> all) {
        return all.stream()
                .flatMap(i ->
                        i.address().stream()
                                .map(a ->
                                        new AddressUse(
                                                owner,
                                                Optional.of(i),
                                                a.address(),
                                                Optional.of(a.network()))));
    }
}
