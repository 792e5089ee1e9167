package io.portolan.model.rule.builtin.flow;

import io.portolan.model.change.Change;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// FLW-006: a flow dials a port on which its destination does not listen.
final class NothingListens implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("FLW-006", "Nothing listens", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index().intended().flatMap(flow -> check(context, flow));
    }

    private Stream<Finding> check(RuleContext context, Flow flow) {
        Optional<Element> to = context.design().find(flow.to());
        Optional<Transport> transport = flow.protocol().transport();
        if (to.isEmpty() || transport.isEmpty() || flow.ports().isEmpty()) {
            return Stream.empty();
        }
        Stream<Finding> here =
                closed(to.get(), transport.get(), flow.ports().get())
                        .map(range -> unheard(flow, to.get(), transport.get(), range));
        return to.get() instanceof Service service
                ? Stream.concat(here, behind(context, flow, service))
                : here;
    }

    /// The ranges of which no port is listened on. Of a wide range one is enough.
    private static Stream<PortRange> closed(Element to, Transport transport, PortSet dialled) {
        return ListeningPorts.of(to, transport).stream()
                .flatMap(open ->
                        dialled.ranges().stream()
                                .filter(range ->
                                        open.intersection(new PortSet(List.of(range))).isEmpty()));
    }

    private Finding unheard(Flow flow, Element to, Transport transport, PortRange range) {
        String message =
                "The flow %s dials %s on %s %s, where nothing listens (%s has %s). Add the port, or"
                                .formatted(
                                        flow.id(),
                                        to.id(),
                                        transport.name().toLowerCase(Locale.ROOT),
                                        range,
                                        to.id(),
                                        ListeningPorts.of(to, transport).orElse(PortSet.NONE))
                        + " correct the flow.";
        Finding finding =
                Finding.of(info(), message, to.id(), flow.from())
                        .withFlow(flow.id())
                        .withWitness(transport + " " + range);
        return range.low() == range.high()
                ? repaired(finding, to, transport, range.low())
                : finding;
    }

    private static Finding repaired(Finding finding, Element to, Transport transport, int port) {
        return ListeningPorts.with(to, transport, port)
                .map(fixed ->
                        finding.withFix(
                                new Change.Put(
                                        "let %s listen on %d".formatted(to.id(), port), fixed)))
                .orElse(finding);
    }

    /// What a service sends on, and to whom.
    private Stream<Finding> behind(RuleContext context, Flow flow, Service service) {
        if (service.type() == ServiceType.EXTERNAL_NAME || service.selector().isEmpty()) {
            return Stream.empty();
        }
        List<Element> backends = context.index().backends(service);
        if (backends.isEmpty()) {
            return Stream.of(nobody(flow, service));
        }
        return service.ports().stream()
                .filter(port -> flow.ports().orElseThrow().contains(port.port()))
                .flatMap(port ->
                        backends.stream()
                                .filter(pod -> !listens(context, pod, port))
                                .map(pod -> deaf(flow, service, port, pod.id())));
    }

    private Finding nobody(Flow flow, Service service) {
        String message =
                "The flow %s dials the service %s, which selects no workload (%s), so nobody"
                                .formatted(flow.id(), service.id(), service.selector())
                        + " answers. Correct its selector or the labels.";
        return Finding.of(info(), message, service.id(), flow.from()).withFlow(flow.id());
    }

    private static boolean listens(RuleContext context, Element pod, ServicePort port) {
        String target = port.target().orElse(Integer.toString(port.port()));
        if (target.matches("[0-9]{1,5}")) {
            return ListeningPorts.of(pod, port.protocol())
                    .filter(open -> !open.contains(Integer.parseInt(target)))
                    .isEmpty();
        }
        return context.index()
                .member(pod.id())
                .map(Member::namedPorts)
                .filter(names -> !names.containsKey(target))
                .isEmpty();
    }

    private Finding deaf(Flow flow, Service service, ServicePort port, ElementId pod) {
        String target = port.target().orElse(Integer.toString(port.port()));
        String message =
                "The flow %s dials %s:%d, which sends to port %s of %s, where nothing listens. Add"
                                .formatted(flow.id(), service.id(), port.port(), target, pod)
                        + " the port to the workload, or correct the target port.";
        return Finding.of(info(), message, service.id(), pod)
                .withFlow(flow.id())
                .withWitness(port.protocol() + " " + port.port());
    }
}
