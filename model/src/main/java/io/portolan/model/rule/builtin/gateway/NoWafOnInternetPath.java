package io.portolan.model.rule.builtin.gateway;

import io.portolan.model.change.Change;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Waf;
import io.portolan.model.design.WafMode;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// GWY-012: requests from the internet reach a web application without a firewall for them.
final class NoWafOnInternetPath implements DesignRule {
    private static final Set<String> WEB = Set.of("http", "https", "http2", "grpc");
    private static final List<Integer> WEB_PORTS = List.of(80, 443, 8080, 8443);

    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "GWY-012", "Internet-facing path without WAF (or detect only)", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return Outside.flows(context)
                .filter(flow -> isWeb(context, flow))
                .filter(flow -> gateways(context, flow).noneMatch(NoWafOnInternetPath::blocks))
                .map(flow -> finding(context, flow));
    }

    private static boolean isWeb(RuleContext context, Flow flow) {
        Optional<Gateway> gateway = context.design().find(flow.to(), Gateway.class);
        return flow.protocol().equals(Protocol.TCP)
                && (gateway.isPresent()
                        ? gateway.get().listeners().stream().anyMatch(l -> isWeb(flow, l))
                        : flow.application().map(WEB::contains).orElse(dialsWeb(flow)));
    }

    private static boolean isWeb(Flow flow, Listener listener) {
        boolean dialled = flow.ports().filter(p -> !p.contains(listener.port())).isEmpty();
        return dialled
                && switch (listener.protocol()) {
                    case HTTP, HTTPS, TLS -> true;
                    case TCP, UDP -> false;
                };
    }

    private static boolean dialsWeb(Flow flow) {
        PortSet ports = flow.ports().orElse(PortSet.NONE);
        return WEB_PORTS.stream().anyMatch(ports::contains);
    }

    private static Stream<Gateway> gateways(RuleContext context, Flow flow) {
        return context.design()
                .all(Gateway.class)
                .filter(gateway -> Outside.reaches(flow, gateway.id()));
    }

    /// A firewall that cannot read the requests blocks nothing.
    private static boolean blocks(Gateway gateway) {
        return gateway.waf().filter(waf -> waf.mode() == WafMode.BLOCK).isPresent()
                && gateway.listeners().stream()
                        .anyMatch(l ->
                                l.protocol() == ListenerProtocol.HTTP
                                        || l.protocol() == ListenerProtocol.HTTPS);
    }

    private Finding finding(RuleContext context, Flow flow) {
        List<Gateway> gateways = gateways(context, flow).toList();
        String message =
                "The flow %s brings requests from the internet to %s, and %s. Put a web application"
                                .formatted(flow.id(), flow.to(), state(gateways))
                        + " firewall that blocks on the way.";
        Finding finding = Finding.of(info(), message, about(flow, gateways)).withFlow(flow.id());
        return gateways.stream()
                .findFirst()
                .map(gateway -> finding.withFix(blocking(gateway)))
                .orElse(finding);
    }

    private static String state(List<Gateway> gateways) {
        Optional<Waf> waf = gateways.stream().flatMap(g -> g.waf().stream()).findFirst();
        return waf.filter(w -> w.mode() == WafMode.DETECT).isPresent()
                ? "the web application firewall there only detects"
                : "no web application firewall reads them";
    }

    private static ElementId[] about(Flow flow, List<Gateway> gateways) {
        return Stream.concat(Stream.of(flow.to(), flow.from()), gateways.stream().map(Gateway::id))
                .distinct()
                .toArray(ElementId[]::new);
    }

    private static Change blocking(Gateway gateway) {
        Waf waf = new Waf(WafMode.BLOCK, gateway.waf().flatMap(Waf::ruleSet));
        return new Change.Put("let the WAF of %s block".formatted(gateway.id()), gateway.with(waf));
    }
}
