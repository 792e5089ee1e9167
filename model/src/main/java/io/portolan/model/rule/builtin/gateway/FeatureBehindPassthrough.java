package io.portolan.model.rule.builtin.gateway;

import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.TlsMode;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// GWY-009: something needs the content of requests that the gateway passes on encrypted.
final class FeatureBehindPassthrough implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("GWY-009", "L7 feature behind TLS passthrough", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.design()
                .all(Gateway.class)
                .flatMap(gateway ->
                        gateway.listeners().stream()
                                .filter(FeatureBehindPassthrough::passesThrough)
                                .flatMap(l -> check(context, gateway, l).stream()));
    }

    private static boolean passesThrough(Listener listener) {
        return listener.tls().filter(TlsMode.PASSTHROUGH::equals).isPresent();
    }

    private Optional<Finding> check(RuleContext context, Gateway gateway, Listener listener) {
        List<String> needs = new ArrayList<>();
        Listeners.routes(gateway, listener)
                .filter(route -> route.path().isPresent() || !route.methods().isEmpty())
                .forEach(route -> needs.add("route " + route.name()));
        context.index()
                .intended()
                .filter(flow -> flow.to().equals(gateway.id()) && readsRequest(flow))
                .filter(flow -> flow.ports().filter(p -> !p.contains(listener.port())).isEmpty())
                .forEach(flow -> needs.add("flow " + flow.id()));
        boolean onlyThis = gateway.listeners().stream().allMatch(l -> passesThrough(l));
        if (gateway.waf().isPresent() && onlyThis) {
            needs.add("the web application firewall");
        }
        return needs.isEmpty() ? Optional.empty() : Optional.of(finding(gateway, listener, needs));
    }

    private static boolean readsRequest(Flow flow) {
        return flow.path().isPresent() || !flow.methods().isEmpty();
    }

    private Finding finding(Gateway gateway, Listener listener, List<String> needs) {
        String message =
                "The listener %s of %s passes TLS through and sees only the server name, but %s"
                                .formatted(listener.name(), gateway.id(), String.join(", ", needs))
                        + " must read requests. End TLS there, or do without.";
        Finding finding = Finding.of(info(), message, gateway.id()).withWitness(listener.name());
        return Listeners.terminating(gateway, listener).map(finding::withFix).orElse(finding);
    }
}
