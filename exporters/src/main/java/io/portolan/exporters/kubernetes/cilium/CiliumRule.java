package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One rule of a section. `peers` absent: none are written, which means everybody if there are
/// ports and nobody if there is nothing at all; written and empty: nobody. `unknown`: what the rule
/// says besides, and cannot be decided here.
record CiliumRule(
        Optional<List<Peer>> peers,
        Optional<List<Ports>> ports,
        List<Icmp> icmps,
        List<LabelSelector> requires,
        List<String> unknown,
        Remark remark) {
    CiliumRule {
        peers = peers.map(List::copyOf);
        ports = ports.map(List::copyOf);
        icmps = List.copyOf(icmps);
        requires = List.copyOf(requires);
        unknown = List.copyOf(unknown);
    }

    /// The other end.
    sealed interface Peer {
        record Endpoints(LabelSelector labels) implements Peer {}

        record Entity(String name) implements Peer {}

        record Block(Cidr block, List<Cidr> except) implements Peer {
            public Block {
                except = List.copyOf(except);
            }
        }

        /// The blocks of the groups that are named or selected.
        record Groups(Optional<String> name, LabelSelector labels, List<Cidr> except)
                implements Peer {
            public Groups {
                except = List.copyOf(except);
            }
        }

        /// A Service of Kubernetes, by its name.
        record ServiceName(Optional<String> namespace, String name) implements Peer {}

        record Domain(Text name) implements Peer {}

        record Nodes(LabelSelector labels) implements Peer {}

        /// Somebody outside the cluster, or in it, whom the manifests do not tell.
        record Unknown(String what) implements Peer {}
    }

    /// Ports with what their proxy looks at. No `ports`: which they are is not said.
    record Ports(List<Port> ports, Optional<Layer7> layer7, List<Text> serverNames) {
        Ports {
            ports = List.copyOf(ports);
            serverNames = List.copyOf(serverNames);
        }
    }

    /// A number, a range or a name; no transport stands for all of them. Number 0 is every port.
    record Port(Optional<io.portolan.model.net.Transport> transport, Target target) {}

    /// Which port.
    sealed interface Target {
        record All() implements Target {}

        record Numbers(int low, int high) implements Target {}

        record Named(String name) implements Target {}
    }

    /// Requests that are let through; none of them: no request is.
    sealed interface Layer7 {
        record Http(List<HttpRule> rules) implements Layer7 {
            public Http {
                rules = List.copyOf(rules);
            }
        }

        record Dns(List<Text> names) implements Layer7 {
            public Dns {
                names = List.copyOf(names);
            }
        }

        /// Kafka and parsers of others.
        record Other(String protocol) implements Layer7 {}
    }

    /// All that is written must fit.
    record HttpRule(
            Optional<Text> method,
            Optional<Text> path,
            Optional<Text> host,
            List<Header> headers,
            List<String> unknown) {
        HttpRule {
            headers = List.copyOf(headers);
            unknown = List.copyOf(unknown);
        }
    }

    record Header(String name, Text value) {}

    record Icmp(int family, OptionalInt type, Optional<String> unknown) {}
}
