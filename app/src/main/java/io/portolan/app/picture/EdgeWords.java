package io.portolan.app.picture;

import io.portolan.model.design.Encryption;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.net.Protocol;

import java.util.ArrayList;
import java.util.List;

/// The words on the label of a flow: port, what is spoken, and the verdict unless it is the one
/// hoped for.
final class EdgeWords {
    private static final int LONGEST_PORTS = 14;

    private EdgeWords() {}

    static String label(Flow flow, FlowMark.Kind kind) {
        List<String> words = new ArrayList<>();
        words.add(ports(flow));
        if (flow.serverName().isPresent() || flow.encryption() == Encryption.END_TO_END) {
            words.add("TLS");
        }
        String verdict = verdict(kind, flow.intent());
        if (!verdict.isEmpty()) {
            words.add(verdict);
        }
        return String.join(" · ", words);
    }

    private static String ports(Flow flow) {
        String ports = flow.ports().map(Object::toString).orElse("any port");
        String some =
                ports.length() > LONGEST_PORTS
                        ? ports.substring(0, LONGEST_PORTS - 1) + "…"
                        : ports;
        return flow.protocol().equals(Protocol.TCP) ? some : flow.protocol() + " " + some;
    }

    static String verdict(FlowMark.Kind kind, Intent intent) {
        return switch (kind) {
            case ALLOWED -> intent == Intent.NEVER ? "possible, must not be" : "";
            case DENIED -> intent == Intent.NEVER ? "never, denied" : "denied";
            case PARTLY ->
                    intent == Intent.NEVER ? "possible in part, must not be" : "denied in part";
            case NO_ROUTE -> intent == Intent.NEVER ? "never, no route" : "no route";
            case UNDEFINED -> intent == Intent.NEVER ? "never, not defined" : "not defined";
            case UNCHECKED -> intent == Intent.NEVER ? "never" : "";
        };
    }

    static String spoken(Flow flow, FlowMark mark) {
        String verdict =
                switch (mark.kind()) {
                    case ALLOWED -> "allowed";
                    case UNCHECKED -> "not checked";
                    case DENIED, PARTLY, NO_ROUTE, UNDEFINED -> verdict(mark.kind(), Intent.ALLOW);
                };
        String wanted = flow.intent() == Intent.NEVER ? ", must never be possible" : "";
        String by = mark.decider().map(id -> " at " + id).orElse("");
        return "Flow %s from %s to %s, %s, %s%s%s"
                .formatted(flow.id(), flow.from(), flow.to(), ports(flow), verdict, by, wanted);
    }
}
