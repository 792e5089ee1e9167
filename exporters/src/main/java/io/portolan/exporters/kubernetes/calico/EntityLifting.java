package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoRule.Entity;
import io.portolan.exporters.kubernetes.calico.CalicoRule.ServiceName;
import io.portolan.model.design.Service;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whom `source` or `destination` of a rule means. As soon as any selector is written in a policy
/// of a namespace, a negated one too, only endpoints of that namespace (or of those that its
/// `namespaceSelector` names) are meant; otherwise a negated selector lets everybody else in, the
/// outside included.
final class EntityLifting {
    private final KnownPeers known;
    private final Optional<String> namespace;

    EntityLifting(KnownPeers known, Optional<String> namespace) {
        this.known = known;
        this.namespace = namespace;
    }

    Expr<Peer> peers(Entity entity) {
        List<Expr<Peer>> terms = new ArrayList<>();
        positive(entity).map(known::selected).ifPresent(terms::add);
        entity.notSelector().map(known::selected).map(Expr::not).ifPresent(terms::add);
        entity.service().map(this::endpoints).ifPresent(terms::add);
        entity.unknown().stream().map(RuleLifting::<Peer>unknown).forEach(terms::add);
        if (!entity.nets().isEmpty()) {
            terms.add(known.at(entity.nets()));
        }
        if (!entity.notNets().isEmpty()) {
            terms.add(Expr.not(known.at(entity.notNets())));
        }
        return switch (terms.size()) {
            case 0 -> Expr.any();
            case 1 -> terms.getFirst();
            default -> new Expr.AllOf<>(terms);
        };
    }

    private Optional<Selector> positive(Entity entity) {
        Optional<Selector> own =
                Selectors.both(entity.accounts().map(Selectors::accounts), entity.selector());
        boolean asksNamespace =
                own.isPresent()
                        || entity.notSelector().isPresent()
                        || entity.namespaces().isPresent();
        Optional<Selector> home =
                entity.namespaces()
                        .map(Selectors::namespaces)
                        .or(() -> namespace.map(Selectors::inNamespace))
                        .filter(_ -> asksNamespace);
        return Selectors.both(home, own);
    }

    /// The pods behind a Service of Kubernetes.
    private Expr<Peer> endpoints(ServiceName name) {
        Optional<Service> service = known.scope().services().apply(name.namespace(), name.name());
        return service.filter(found -> !found.selector().isEmpty())
                .map(found -> known.pods().pods(backends(name, found)))
                .orElseGet(() ->
                        new Expr.Unknown<>(
                                "the endpoints of the service %s/%s are not in the manifests"
                                        .formatted(name.namespace(), name.name())));
    }

    private static Selector backends(ServiceName name, Service service) {
        List<Selector> terms = new ArrayList<>();
        terms.add(Selectors.inNamespace(name.namespace()));
        service.selector()
                .forEach((key, value) -> terms.add(new Selector.Label(key, new Text.Exact(value))));
        return new Selector.And(terms);
    }
}
