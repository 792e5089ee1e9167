package io.portolan.model.reach.oracle;

import static io.portolan.model.reach.oracle.TermNotation.lower;

import io.portolan.model.policy.Capture;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Translation;
import io.portolan.model.policy.Upstream;

import java.util.stream.Collectors;

/// A plan and its estate in a few lines, for people who look for the reason of a difference.
public final class Notation {
    private final StringBuilder out = new StringBuilder();

    private Notation() {}

    public static String of(Estate estate, EnforcementPlan plan) {
        Notation notation = new Notation();
        estate.members().forEach(notation::member);
        estate.gateways().forEach((s, d) -> notation.line(0, "gateways of %s: %s".formatted(s, d)));
        plan.routers().forEach(notation::router);
        plan.natTables().forEach(notation::table);
        plan.captures().forEach(notation::capture);
        plan.legs().forEach(notation::leg);
        plan.relays().forEach(notation::relay);
        plan.points().forEach(point -> notation.out.append(PointNotation.of(point)));
        return notation.out.toString();
    }

    static String of(Interpreter.Connection asked) {
        return "%s%s to %s:%d over %d, %s%s%n"
                .formatted(
                        asked.source(),
                        asked.sourceAddress().map(a -> " as " + a).orElse(""),
                        asked.dialled(),
                        asked.port(),
                        asked.protocol(),
                        asked.payload(),
                        asked.bypasses() ? ", past its proxy" : "");
    }

    private void line(int depth, String words) {
        out.append("  ".repeat(depth)).append(words).append('\n');
    }

    // ---------------------------------------------------------------- estate

    private void member(Estate.Member m) {
        line(
                0,
                "%s: %s %s in %s%s%s%s%s%s"
                        .formatted(
                                m.name(),
                                lower(m.kind()),
                                m.addresses(),
                                m.segment(),
                                m.realm().isEmpty() ? "" : " of " + m.realm(),
                                m.labels().values().stream().allMatch(l -> l.isEmpty())
                                        ? ""
                                        : " " + m.labels(),
                                m.namedPorts().isEmpty() ? "" : " ports " + m.namedPorts(),
                                m.node().map(n -> " on " + n).orElse(""),
                                m.listens().map(p -> " listens on " + p).orElse("")));
    }

    private void router(Forwarding router) {
        line(0, "router %s".formatted(router.device()));
        router.interfaces()
                .forEach(i ->
                        line(
                                1,
                                "%s %s in %s %s%s"
                                        .formatted(
                                                i.name(),
                                                i.address(),
                                                i.segment(),
                                                i.zone(),
                                                vrf(i.vrf()))));
        router.entries()
                .forEach(e -> line(1, "%s %s%s".formatted(e.prefix(), e.next(), vrf(e.vrf()))));
    }

    private static String vrf(String name) {
        return name.isEmpty() ? "" : " vrf " + name;
    }

    // ---------------------------------------------------------------- what changes a packet

    private void table(NatTable table) {
        line(
                0,
                "%s of %s, for %s"
                        .formatted(
                                lower(table.hook()),
                                table.owner(),
                                TermNotation.peers(table.clients())));
        table.translations().forEach(this::translation);
    }

    private void translation(Translation t) {
        line(
                1,
                "%s: %s%s%s"
                        .formatted(
                                t.name(),
                                TermNotation.match(t.match()),
                                t.source().equals(Rewrite.NONE)
                                        ? ""
                                        : ", source " + TermNotation.rewrite(t.source()),
                                t.destination().equals(Rewrite.NONE)
                                        ? ""
                                        : ", destination "
                                                + TermNotation.rewrite(t.destination())));
    }

    private void capture(Capture c) {
        line(
                0,
                "capture %s of %s, out %s, in %s"
                        .formatted(
                                c.name(),
                                TermNotation.peers(c.members()),
                                TermNotation.match(c.outbound()),
                                TermNotation.match(c.inbound())));
    }

    private void leg(Leg leg) {
        line(
                0,
                "leg %s to %s, identified %s, wire %s"
                        .formatted(
                                leg.client(),
                                leg.server(),
                                TermNotation.match(leg.identified()),
                                leg.wirePorts()));
    }

    private void relay(Relay relay) {
        line(
                0,
                "relay %s at %s, interposes %s"
                        .formatted(
                                relay.name(),
                                relay.endpoint(),
                                TermNotation.match(relay.interposes())));
        relay.listeners().forEach(this::listener);
    }

    private void listener(RelayListener listener) {
        line(
                1,
                "%s: %s%s, tls %s%s"
                        .formatted(
                                listener.name(),
                                TermNotation.traffic(listener.ports()),
                                listener.hostname().map(h -> " for " + h.words()).orElse(""),
                                lower(listener.tls()),
                                listener.isolated() ? ", isolated" : ""));
        listener.routes()
                .forEach(r ->
                        line(
                                2,
                                "%s: %s to %s%s"
                                        .formatted(
                                                r.name(),
                                                TermNotation.requests(r.match()),
                                                r.to().stream()
                                                        .map(TermNotation::rewrite)
                                                        .collect(Collectors.joining(" or ")),
                                                r.upstream() == Upstream.TLS ? " in tls" : "")));
    }
}
