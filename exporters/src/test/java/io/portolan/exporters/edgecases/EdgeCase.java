package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Service;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Reachability;
import io.portolan.model.report.PeerNames;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// An estate as its text says it, and questions about it: `manifests(PODS,
/// POLICY).on(CALICO).from("shop/web").to("shop/db").tcp(5432).isDenied()`.
final class EdgeCase {
    private final Design design;

    private EdgeCase(Design design) {
        this.design = design;
    }

    /// Kubernetes objects, all of them valid; each text is a file of any number of documents.
    static EdgeCase manifests(String... texts) {
        ImportResult result = imported(texts);
        assertThat(result.problems()).isEmpty();
        return new EdgeCase(result.design());
    }

    /// What the importer makes of Kubernetes objects, problems included.
    static ImportResult imported(String... texts) {
        return new KubernetesImporter()
                .read(
                        IntStream.range(0, texts.length)
                                .mapToObj(i -> new Source("f%d.yaml".formatted(i), texts[i]))
                                .toList());
    }

    /// A design file.
    static EdgeCase design(String text) {
        ReadDesign read = DesignReader.read(text);
        assertThat(read.problems()).isEmpty();
        return new EdgeCase(read.design().orElseThrow());
    }

    Design design() {
        return design;
    }

    EdgeCase changed(UnaryOperator<Design> change) {
        return new EdgeCase(change.apply(design));
    }

    /// The cluster has this network plug-in, its version not known.
    EdgeCase on(CniProduct product) {
        return on(product, Optional.empty());
    }

    EdgeCase on(CniProduct product, String version) {
        return on(product, Optional.of(version));
    }

    private EdgeCase on(CniProduct product, Optional<String> version) {
        Cni cni = new Cni(product, version, Encapsulation.NONE);
        return cluster(c -> copy(c, Optional.of(cni), c.podRanges(), c.nodeRanges()));
    }

    /// Pods take their addresses from this range, which manifests do not say.
    EdgeCase podRange(String block) {
        return cluster(c -> copy(c, c.cni(), List.of(Cidr.parse(block)), c.nodeRanges()));
    }

    /// Nodes stand in this range; one address is one node.
    EdgeCase nodeRange(String block) {
        return cluster(c -> copy(c, c.cni(), c.podRanges(), List.of(Cidr.parse(block))));
    }

    /// The cluster stands in this drawing of networks; links name it `cluster`.
    EdgeCase within(String network) {
        Design around = design(network).design;
        return changed(
                d -> around.withElements(map -> map.putAll(d.elements())).with(d.observed()));
    }

    private EdgeCase cluster(UnaryOperator<Cluster> change) {
        Cluster cluster = design.all(Cluster.class).findFirst().orElseThrow();
        return changed(d -> d.with(change.apply(cluster)));
    }

    private static Cluster copy(Cluster c, Optional<Cni> cni, List<Cidr> pods, List<Cidr> nodes) {
        return new Cluster(
                c.id(),
                c.label(),
                c.parent(),
                c.about(),
                cni,
                pods,
                c.serviceRanges(),
                nodes,
                c.masquerade(),
                c.podMtu(),
                c.nodeMtu(),
                c.domain(),
                c.policy());
    }

    /// The client: `ns/name` of a workload, the id of an element, or an address.
    From from(String client) {
        return new From(client);
    }

    final class From {
        private final String client;

        private From(String client) {
            this.client = client;
        }

        /// Who is dialled, named likewise; a Service by `ns/name[Service]`.
        Asked to(String server) {
            return new Asked(party(client), party(server));
        }
    }

    private Question.Party party(String name) {
        if (name.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return new Question.Party.At(Address.parse(name));
        }
        List<Element> found =
                new PeerNames(design)
                        .find(name).stream()
                                .filter(e -> name.endsWith("]") || !(e instanceof Service))
                                .toList();
        assertThat(found).as(name).hasSize(1);
        return new Question.Party.Member(found.getFirst().id().value());
    }

    /// A pair of ends; what is left is the protocol.
    final class Asked {
        private final Question.Party from;
        private final Question.Party to;

        private Asked(Question.Party from, Question.Party to) {
            this.from = from;
            this.to = to;
        }

        Judged tcp(int port) {
            return over(Protocol.TCP, port);
        }

        Judged udp(int port) {
            return over(Protocol.UDP, port);
        }

        Judged sctp(int port) {
            return over(Protocol.SCTP, port);
        }

        Judged icmp() {
            return over(Protocol.ICMP, PortSet.ALL, Question.Payload.UNSPECIFIED);
        }

        /// A request of HTTP in clear.
        Judged http(int port, String method, String path) {
            return over(
                    Protocol.TCP,
                    PortSet.of(port),
                    new Question.Payload(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(method),
                            Optional.of(path),
                            false));
        }

        private Judged over(Protocol protocol, int port) {
            return over(protocol, PortSet.of(port), Question.Payload.UNSPECIFIED);
        }

        Judged over(Protocol protocol, PortSet ports, Question.Payload payload) {
            Question question = new Question(from, to, protocol, ports, payload, List.of());
            return new Judged(Reachability.of(PlanCompiler.compile(design)).evaluate(question));
        }
    }
}
