package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoRule.Entity;
import io.portolan.exporters.kubernetes.calico.CalicoRule.IpProtocol;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;

import java.util.stream.Stream;

/// What the parts of a rule must have to do with each other.
record RuleCheck(Part part, CalicoRule rule) {

    void check(Direction direction) {
        checkPorts();
        checkIcmp();
        checkHttp(direction);
        checkServices(direction);
    }

    private void checkPorts() {
        boolean names = names(rule.source()) || names(rule.destination());
        boolean hasPorts =
                rule.protocol()
                        .filter(p ->
                                Stream.of(Transport.values())
                                        .anyMatch(t -> t.number() == p.number()))
                        .isPresent();
        if (names && !hasPorts) {
            throw new Part.Unfit(
                    part, "A rule with ports needs the protocol TCP, UDP or SCTP. Add it.");
        }
    }

    private static boolean names(Entity entity) {
        return !entity.ports().isEmpty() || !entity.notPorts().isEmpty();
    }

    private void checkIcmp() {
        boolean speaksIcmp =
                rule.protocol()
                        .filter(p ->
                                p.number() == IpProtocol.ICMP || p.number() == IpProtocol.ICMP_V6)
                        .isPresent();
        if (rule.icmp().isPresent() && !speaksIcmp) {
            throw new Part.Unfit(
                    part, "A rule with an ICMP type needs the protocol ICMP or ICMPv6. Add it.");
        }
    }

    private void checkHttp(Direction direction) {
        boolean fits = direction == Direction.IN && rule.action() == CalicoAction.ALLOW;
        boolean tcp = rule.protocol().filter(p -> p.number() != Transport.TCP.number()).isEmpty();
        if (rule.http().isPresent() && !(fits && tcp)) {
            throw new Part.Unfit(
                    part, "A match on HTTP is for ingress rules that allow TCP. Take it out.");
        }
    }

    private void checkServices(Direction direction) {
        Entity own = direction == Direction.IN ? rule.destination() : rule.source();
        if (own.service().isPresent()) {
            throw new Part.Unfit(part, "A match on services is for the other end. Move it there.");
        }
        if (rule.destination().service().isPresent() && names(rule.destination())) {
            throw new Part.Unfit(
                    part, "A service brings its own ports. Take the ports of the rule out.");
        }
    }
}
