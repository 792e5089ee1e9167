package io.portolan.model.compile;

import io.portolan.model.compile.cloud.CloudFilterCompiler;
import io.portolan.model.compile.device.DeviceNatCompiler;
import io.portolan.model.compile.device.FirewallCompiler;
import io.portolan.model.compile.gateway.BalancerCompiler;
import io.portolan.model.compile.gateway.ExternalAddresses;
import io.portolan.model.compile.gateway.RelayCompiler;
import io.portolan.model.compile.gateway.ServiceCompiler;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.mesh.MeshCompiler;
import io.portolan.model.compile.mesh.MeshPolicyCompiler;
import io.portolan.model.compile.mesh.OutboundCompiler;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Needs;
import io.portolan.model.compile.pod.FoundPolicies;
import io.portolan.model.compile.pod.PodPolicyCompiler;
import io.portolan.model.compile.route.Crossing;
import io.portolan.model.compile.route.Crossings;
import io.portolan.model.compile.route.Routing;
import io.portolan.model.design.Design;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.NatTable;

import java.util.List;
import java.util.stream.Stream;

/// Makes the enforcement plan of a design: what was found there first, then what its flows need.
public final class PlanCompiler {
    private final Ground ground;
    private final Estate estate;
    private final Routing routing;
    private final List<Need> needs;
    private final List<BalancerCompiler.Balancer> balancers;

    private PlanCompiler(Design design) {
        ground = Ground.of(design);
        estate = EstateBuilder.build(ground);
        routing = new Routing(ground, estate);
        needs = Needs.of(ground);
        balancers = new BalancerCompiler(ground, estate, routing).balancers();
    }

    /// The same design always gives the same plan, in the same order.
    public static CompiledDesign compile(Design design) {
        PlanCompiler compiler = new PlanCompiler(design);
        return new CompiledDesign(
                design,
                compiler.estate,
                Merging.merge(new FoundPolicies(design).enforced(), compiler.derived()));
    }

    /// One small compiler for each layer, in the order in which a packet meets them.
    private EnforcementPlan derived() {
        MeshCompiler mesh = new MeshCompiler(ground);
        RelayCompiler relays = new RelayCompiler(ground);
        return new EnforcementPlan(
                points(),
                natTables(),
                mesh.captures(),
                mesh.legs(),
                relays.relays(),
                forwardings(),
                relays.notAnalysed());
    }

    private List<EnforcementPoint> points() {
        List<Crossing> crossings = new Crossings(ground, estate, routing).of(needs);
        return Stream.of(
                        new OutboundCompiler(ground, needs).points(),
                        new PodPolicyCompiler(ground, needs).points(),
                        new FirewallCompiler(ground, routing, crossings).points(),
                        new CloudFilterCompiler(ground, needs).points(),
                        new MeshPolicyCompiler(ground, needs).points(),
                        new ExternalAddresses(ground).points())
                .flatMap(List::stream)
                .toList();
    }

    private List<NatTable> natTables() {
        return Stream.of(
                        new ServiceCompiler(ground).tables(),
                        new DeviceNatCompiler(ground.design(), routing).tables(),
                        balancers.stream().map(BalancerCompiler.Balancer::table).toList())
                .flatMap(List::stream)
                .toList();
    }

    private List<Forwarding> forwardings() {
        return Stream.concat(
                        routing.tables().stream(),
                        balancers.stream().map(BalancerCompiler.Balancer::forwarding))
                .toList();
    }
}
