package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.Peer.Block;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Peer.Groups;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Peer.ServiceName;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.design.Service;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom the peers of a rule in a policy of `namespace` mean. Identity comes first: blocks and names
/// mean nobody who has one, neither pods nor nodes.
record PeerLifting(
        CiliumScope scope,
        Endpoints endpoints,
        CidrGroups groups,
        Names names,
        Optional<String> namespace) {

    /// Names of DNS are learned by the proxy that a DNS rule puts in between.
    enum Names {
        LEARNED,
        /// The rule is about other pods, whose answers serve all pods of their node.
        PERHAPS,
        NEVER
    }

    Expr<Peer> of(CiliumRule.Peer peer) {
        return switch (peer) {
            case CiliumRule.Peer.Endpoints(var labels) -> endpoints.selected(labels, namespace);
            case CiliumRule.Peer.Entity(var name) -> Entities.of(name, endpoints);
            case Block(var block, var except) -> outside(List.of(block), except);
            case Groups found -> groups(found);
            case ServiceName service -> service(service);
            case CiliumRule.Peer.Domain(var name) -> domain(name);
            case CiliumRule.Peer.Nodes _ ->
                    Expr.allOf(
                            endpoints.nodes(),
                            new Expr.Unknown<>("the labels of nodes are not in the design"));
            case CiliumRule.Peer.Unknown(var what) -> new Expr.Unknown<>(what);
        };
    }

    private Expr<Peer> outside(List<Cidr> blocks, List<Cidr> except) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(Expr.is(new Peer.At(blocks)));
        if (!except.isEmpty()) {
            terms.add(Expr.not(Expr.is(new Peer.At(except))));
        }
        terms.add(endpoints.world());
        return new Expr.AllOf<>(terms);
    }

    private Expr<Peer> groups(Groups asked) {
        Optional<List<Cidr>> blocks = groups.find(asked.name(), asked.labels());
        return blocks.map(found ->
                        found.isEmpty() ? Expr.<Peer>none() : outside(found, asked.except()))
                .orElseGet(() ->
                        Expr.allOf(
                                endpoints.world(),
                                new Expr.Unknown<>(
                                        "the group of blocks %s is not in the manifests"
                                                .formatted(asked.name().orElse("")))));
    }

    /// The pods behind a Service; one without a selector is a list of addresses.
    private Expr<Peer> service(ServiceName name) {
        Optional<String> home = name.namespace().or(() -> namespace);
        return home.flatMap(ns -> scope.services().apply(ns, name.name()))
                .filter(service -> !service.selector().isEmpty())
                .map(service -> pods(service, home.orElseThrow()))
                .orElseGet(() ->
                        new Expr.Unknown<>(
                                "the endpoints of the service %s are not in the manifests"
                                        .formatted(name.name())));
    }

    private Expr<Peer> pods(Service service, String namespace) {
        List<LabelSelector.Requirement> labels = new ArrayList<>();
        for (Map.Entry<String, String> label : service.selector().entrySet()) {
            labels.add(
                    new LabelSelector.Requirement(
                            label.getKey(), LabelSelector.Operator.IN, Set.of(label.getValue())));
        }
        return endpoints.selected(new LabelSelector(labels), Optional.of(namespace));
    }

    private Expr<Peer> domain(Text name) {
        return switch (names) {
            case NEVER -> Expr.none();
            case LEARNED -> Expr.allOf(endpoints.world(), Expr.is(new Peer.Domain(name)));
            case PERHAPS ->
                    Expr.allOf(
                            endpoints.world(),
                            Expr.is(new Peer.Domain(name)),
                            new Expr.Unknown<>("no DNS rule of the pod learns names for it"));
        };
    }
}
