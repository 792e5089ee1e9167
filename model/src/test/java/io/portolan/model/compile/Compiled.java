package io.portolan.model.compile;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.Arrays;
import java.util.List;

/// A design written as people write it, compiled, with short ways to what a test looks at.
record Compiled(CompiledDesign result) {
    static Compiled of(String body) {
        ReadDesign read = DesignReader.read("portolan: 1\nname: test\n" + body);
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        return new Compiled(PlanCompiler.compile(read.design().orElseThrow()));
    }

    Estate.Member member(String name) {
        return result.estate().find(name).orElseThrow();
    }

    EnforcementPoint point(String id) {
        return result.plan().points().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no point " + id));
    }

    List<Policy> policies(String point) {
        return point(point).blocks().stream().flatMap(b -> b.policies().stream()).toList();
    }

    Policy policy(String point, String name) {
        return policies(point).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Rule> rules(String point) {
        return policies(point).stream().flatMap(p -> p.rules().stream()).toList();
    }

    Rule rule(String point, String name) {
        return rules(point).stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule " + name + " in " + rules(point)));
    }

    NatTable table(String id) {
        return result.plan().natTables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + id));
    }

    Forwarding forwarding(String device) {
        return result.plan().routers().stream()
                .filter(r -> r.device().equals(device))
                .findFirst()
                .orElseThrow();
    }

    static Expr<Peer> at(String... blocks) {
        return Terms.at(Arrays.stream(blocks).map(Cidr::parse).toList());
    }

    static Expr<Peer> pods(String cluster, String namespace, String app) {
        return Expr.allOf(
                Terms.pods(),
                Terms.label(LabelOwner.CLUSTER, "name", cluster),
                Terms.label(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name", namespace),
                Terms.label(LabelOwner.WORKLOAD, "app", app));
    }

    /// Those to which a service sends.
    static Expr<Peer> behind(String cluster, String namespace, String app) {
        return Expr.allOf(
                Expr.anyOf(Terms.pods(), Expr.is(new Peer.OfKind(PeerKind.HOST_POD))),
                Terms.label(LabelOwner.CLUSTER, "name", cluster),
                Terms.label(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name", namespace),
                Terms.label(LabelOwner.WORKLOAD, "app", app));
    }

    static Address address(String text) {
        return Address.parse(text);
    }
}
