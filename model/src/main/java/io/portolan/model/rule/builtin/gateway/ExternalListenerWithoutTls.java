package io.portolan.model.rule.builtin.gateway;

import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Route;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.stream.Stream;

/// GWY-006: the internet is served over plain HTTP.
final class ExternalListenerWithoutTls implements DesignRule {
    private static final String ACME = "/.well-known/acme-challenge/";

    @Override
    public RuleInfo info() {
        return new RuleInfo("GWY-006", "External listener without TLS", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        List<Flow> fromOutside = Outside.flows(context).toList();
        return context.design()
                .all(Gateway.class)
                .flatMap(gateway ->
                        gateway.listeners().stream()
                                .filter(l -> l.protocol() == ListenerProtocol.HTTP)
                                .filter(l -> isDialled(fromOutside, gateway, l))
                                .filter(l -> serves(gateway, l))
                                .map(l -> finding(gateway, l)));
    }

    private static boolean isDialled(List<Flow> flows, Gateway gateway, Listener listener) {
        return flows.stream()
                .filter(flow -> flow.to().equals(gateway.id()))
                .anyMatch(flow -> flow.ports().filter(p -> !p.contains(listener.port())).isEmpty());
    }

    /// Certificate authorities ask for their challenge over plain HTTP (RFC 8555).
    private static boolean serves(Gateway gateway, Listener listener) {
        return Listeners.routes(gateway, listener)
                .map(Route::path)
                .anyMatch(path -> path.filter(p -> p.startsWith(ACME)).isEmpty());
    }

    private Finding finding(Gateway gateway, Listener listener) {
        String message =
                "The listener %s of %s serves the internet on port %d over plain HTTP, so everyone"
                                .formatted(listener.name(), gateway.id(), listener.port())
                        + " on the way reads along. End TLS there, and redirect HTTP to it.";
        Finding finding = Finding.of(info(), message, gateway.id()).withWitness(listener.name());
        return Listeners.terminating(gateway, listener).map(finding::withFix).orElse(finding);
    }
}
