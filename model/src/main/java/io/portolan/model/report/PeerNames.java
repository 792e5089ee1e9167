package io.portolan.model.report;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.TrafficSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the ends of connections are called in tables and questions: `shop/web[Deployment]`,
/// `api.example.org[DNS]`, `core-db[Database]`. Where a design has several clusters, the id of the
/// cluster comes first (`east/shop/web[Deployment]`).
public final class PeerNames {
    /// The name of a cluster's ingress controller: a gateway that stands in no namespace.
    public static final String INGRESS_CONTROLLER = "{ingress-controller}";

    private final Design design;
    private final boolean oneCluster;

    public PeerNames(Design design) {
        this.design = design;
        this.oneCluster = design.all(Cluster.class).count() < 2;
    }

    /// The name of a member of the estate: of its element, or its own where it is no element.
    public String nameOf(String member) {
        return element(member).map(this::nameOf).orElse(member);
    }

    /// The elements that a question means by `text`: a name with or without its kind, or an id.
    /// Several where pods of one owner differ in their labels; none: nobody is called so.
    public List<Element> find(String text) {
        String bare = text.startsWith("{") ? text : text.replaceFirst("\\[[^\\]]*]$", "");
        List<Element> named =
                design.elements().values().stream()
                        .filter(e -> nameOf(e).equals(text) || bareNameOf(e).equals(bare))
                        .filter(e -> bare.equals(text) || nameOf(e).equals(text))
                        .toList();
        return named.isEmpty() ? element(text).stream().toList() : named;
    }

    Optional<Element> element(String member) {
        return Optional.of(member)
                .filter(name -> name.matches("[a-z0-9]([a-z0-9._/-]*[a-z0-9])?"))
                .map(ElementId::new)
                .flatMap(design::find);
    }

    /// Somebody known by name alone: what comes from there comes from outside addresses, which have
    /// rows of their own.
    boolean isNameOnly(String member) {
        return element(member).filter(PeerNames::isNameOnly).isPresent();
    }

    private static boolean isNameOnly(Element element) {
        return element instanceof ExternalApi api
                && !api.names().isEmpty()
                && api.ranges().isEmpty();
    }

    /// What of `traffic` can be dialled by name: the transports of the ports that are declared.
    TrafficSet byTransport(String member, TrafficSet traffic) {
        return element(member)
                .filter(PeerNames::isNameOnly)
                .map(ExternalApi.class::cast)
                .filter(api -> !api.ports().isEmpty())
                .map(api -> traffic.intersection(transports(api)))
                .orElse(traffic);
    }

    private static TrafficSet transports(ExternalApi api) {
        Set<Transport> all =
                api.ports().stream().map(HostPort::protocol).collect(Collectors.toSet());
        Function<Transport, PortSet> ports = t -> all.contains(t) ? PortSet.ALL : PortSet.NONE;
        return new TrafficSet(
                ports.apply(Transport.TCP),
                ports.apply(Transport.UDP),
                ports.apply(Transport.SCTP),
                false);
    }

    private String nameOf(Element element) {
        return switch (element) {
            case Gateway gateway when isIngressController(gateway) -> INGRESS_CONTROLLER;
            case ExternalApi api when !api.names().isEmpty() -> api.names().getFirst() + "[DNS]";
            case Workload workload ->
                    bareNameOf(workload) + "[" + kindName(workload.workloadKind()) + "]";
            default -> bareNameOf(element) + "[" + element.getClass().getSimpleName() + "]";
        };
    }

    private String bareNameOf(Element element) {
        Optional<Namespace> namespace = design.enclosing(element.id(), Namespace.class);
        return namespace.isEmpty() || namespace.get().equals(element)
                ? element.id().value()
                : clusterOf(element) + namespace.get().label() + "/" + element.label();
    }

    private String clusterOf(Element element) {
        return oneCluster
                ? ""
                : design.enclosing(element.id(), Cluster.class)
                        .map(cluster -> cluster.id() + "/")
                        .orElse("");
    }

    boolean isIngressController(Element element) {
        return element instanceof Gateway
                && design.enclosing(element.id(), Namespace.class).isEmpty()
                && design.enclosing(element.id(), Cluster.class).isPresent();
    }

    /// The name that Kubernetes has for a kind of workload.
    static String kindName(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT -> "Deployment";
            case STATEFUL_SET -> "StatefulSet";
            case DAEMON_SET -> "DaemonSet";
            case JOB -> "Job";
            case CRON_JOB -> "CronJob";
            case REPLICA_SET -> "ReplicaSet";
            case REPLICATION_CONTROLLER -> "ReplicationController";
            case POD -> "Pod";
            case OTHER -> "Other";
        };
    }
}
