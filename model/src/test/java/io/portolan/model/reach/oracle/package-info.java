/// A second reading of the plan, on purpose naive: one connection, packet by packet, every
/// alternative followed. It shares no code with the engine, which must answer alike.
///
/// ## Examples
///
/// What each system does, with the verdict that is expected of both:
///
/// | system | checks | class |
/// |---|---|---|
/// | NetworkPolicy, ClusterNetworkPolicy | 26, 13 | `KubernetesExamplesTest` |
/// | Calico and its host endpoints | 11, 4 | `CalicoExamplesTest` |
/// | Cilium, Flannel | 24, 3 | `CiliumExamplesTest` |
/// | Istio sidecar | 30 | `IstioExamplesTest` |
/// | Istio ambient | 11 | `AmbientExamplesTest` |
/// | Linkerd, Consul, ports on the wire | 12, 7, 9 | `MeshExamplesTest` |
/// | Service, NodePort, source translation of nodes | 8, 4, 6 | `ServiceExamplesTest` |
/// | gateways, east-west gateways | 13, 3 | `GatewayExamplesTest` |
/// | routing | 14 | `RoutingExamplesTest` |
/// | nftables, iptables | 8, 7 | `LinuxExamplesTest` |
/// | ASA lists, ASA levels, IOS | 10, 5, 10 | `CiscoExamplesTest` |
/// | SRX, PAN-OS, FortiGate, devices nobody models | 5, 5, 6, 4 | `ZoneExamplesTest` |
/// | AWS groups and NACLs, AWS Network Firewall | 6, 5 | `CloudExamplesTest` |
/// | Azure NSG, GCP, IPv6 | 5, 5, 7 | `CloudExamplesTest` |
/// | a dialect: verdicts of what was read | 4 | `DialectExamplesTest` |
/// | a dialect: text, plan, text; leftovers; gaps | 3 | `AccessListRoundTripTest` of the exporters |
/// | what is decided stays so | 2 | `FuzzTest` |
///
/// Beyond those: `RelayExamplesTest`, `WayBackExamplesTest`, `StagesExamplesTest`,
/// `TrafficExamplesTest`, `UndrawnExamplesTest`. `Drawn..Test` begin with a design as people write
/// it. `FuzzTest` and `DrawnFuzzTest` compare random plans; what differs is made small
/// (`Shrinking`) and told on a few lines (`Notation`).
///
/// ## What the plan leaves open, and how it stands
///
/// | question | engine | oracle |
/// |---|---|---|
/// | is a packet with the node's address from the node? | by address, whoever put it there; no atom tells what a node originates: open | the same |
/// | where nobody carries packets on (no device with two interfaces, no route to another device, no gateway of a segment) | everybody reaches everybody directly, and so does what a load balancer or node passes on | the same |
/// | how replies travel | by the device that a route names, else the gateway that is said, else the first; a firewall that saw no request: undefined; no way back: a finding. Of equal-cost ways back one is followed: open | the same, without what is said |
/// | pools of addresses | sets, cut where any rule cuts them: closed | both ends of each block |
/// | overlapping address plans | told apart by realm: closed; two realms that meet in one device: open | the same |
/// | relays that rewrite host or path, certificates of clients | no input: open | the same |
/// | undecided conditions at two points | independent, so undefined where both are one schedule: safe, open | the same |
/// | HTTP that a sidecar routes by host | a service translation with a request, made by the importer; the relation asks the path once for each kind of request: closed | the same translation |
/// | policies of equal order | any number | four: it tries every order |
/// | a relay that gets the same two ends again | a loop | the same |
@NullMarked
package io.portolan.model.reach.oracle;

import org.jspecify.annotations.NullMarked;
