package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;

/// One rule of a policy or profile as it is written; all criteria must hold, absent ones do.
/// `unknown` are fields that no release of the open product has: criteria all the same, perhaps.
record CalicoRule(
        CalicoAction action,
        Optional<Integer> ipVersion,
        Optional<IpProtocol> protocol,
        Optional<IpProtocol> notProtocol,
        Optional<Icmp> icmp,
        Optional<Icmp> notIcmp,
        Entity source,
        Entity destination,
        Optional<Http> http,
        List<String> unknown,
        Remark remark) {
    CalicoRule {
        unknown = List.copyOf(unknown);
    }

    /// An IP protocol by its number.
    record IpProtocol(int number) {
        static final int ICMP = 1;
        static final int ICMP_V6 = 58;
    }

    /// An absent type means every type; a code needs a type.
    record Icmp(Optional<Integer> type, Optional<Integer> code) {}

    /// Requests that are let in: one of the methods, if any, and one of the paths, if any.
    record Http(List<String> methods, List<Text> paths) {
        Http {
            methods = List.copyOf(methods);
            paths = List.copyOf(paths);
        }
    }

    /// One end of a connection.
    record Entity(
            List<Cidr> nets,
            List<Cidr> notNets,
            Optional<Selector> selector,
            Optional<Selector> notSelector,
            Optional<Selector> namespaces,
            Optional<Accounts> accounts,
            Optional<ServiceName> service,
            List<Port> ports,
            List<Port> notPorts,
            List<String> unknown) {
        Entity {
            nets = List.copyOf(nets);
            notNets = List.copyOf(notNets);
            ports = List.copyOf(ports);
            notPorts = List.copyOf(notPorts);
            unknown = List.copyOf(unknown);
        }
    }

    /// Service accounts: one of the names, if any, and the selector, if any.
    record Accounts(List<String> names, Optional<Selector> selector) {
        Accounts {
            names = List.copyOf(names);
        }
    }

    /// A Service of Kubernetes, which stands for its endpoints.
    record ServiceName(String namespace, String name) {}

    /// A range of numbers, or the name of a port of the endpoint.
    sealed interface Port {
        record Numbers(PortRange range) implements Port {}

        record Named(String name) implements Port {}
    }
}
