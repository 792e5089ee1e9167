package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Position;
import io.portolan.model.reach.Header;
import io.portolan.model.reach.Hop;

import java.util.List;
import java.util.stream.Collectors;

/// Additions in words, for whoever makes them by hand too.
final class Wording {
    private Wording() {}

    /// What lets the connection of a hop pass a point.
    static String of(EnforcementPoint point, Hop hop) {
        return switch (point.position()) {
            case Position.AtEndpoint(var direction, _, _) ->
                    switch (direction) {
                        case IN -> hop.header().map(h -> beside("in", h)).orElse("");
                        case OUT -> hop.header().map(h -> beside("out", h)).orElse("");
                    };
            case Position.AtBorder _, Position.AtDevice _, Position.AtRelay _ ->
                    "a rule before the one that denies: permit " + hop.seen();
        };
    }

    /// A rule of a firewall.
    static String of(FilterRule rule) {
        return "a rule before the one that %s: %s %s%s from %s to %s"
                .formatted(
                        rule.action() == FilterAction.PERMIT ? "denies" : "allows",
                        verb(rule.action()),
                        rule.protocol().map(Object::toString).orElse("every protocol"),
                        rule.ports().map(p -> " " + p).orElse(""),
                        blocks(rule.sources()),
                        blocks(rule.destinations()));
    }

    static String verb(FilterAction action) {
        return action == FilterAction.PERMIT ? "permit" : "deny";
    }

    private static String blocks(List<Cidr> blocks) {
        return blocks.isEmpty()
                ? "anywhere"
                : blocks.stream().map(Cidr::toString).collect(Collectors.joining(", "));
    }

    private static String beside(String way, Header header) {
        return "a rule that lets %s %s to %s on %s"
                .formatted(who(header.source()), way, who(header.destination()), traffic(header));
    }

    private static String traffic(Header header) {
        return header.protocol().transport().isPresent()
                ? header.ports().map(p -> p + "/").orElse("*/") + header.protocol()
                : header.protocol().toString();
    }

    private static String who(Header.End end) {
        return end.member().orElseGet(() -> end.addresses().toString());
    }
}
