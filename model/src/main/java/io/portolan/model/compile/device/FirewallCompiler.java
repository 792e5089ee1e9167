package io.portolan.model.compile.device;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.Vendor;
import io.portolan.model.compile.route.Crossing;
import io.portolan.model.compile.route.Routing;
import io.portolan.model.design.Design;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Router;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Slot;

import java.util.List;
import java.util.stream.Stream;

/// The filters of firewalls and routers, each platform in the slots that it has.
public final class FirewallCompiler {
    private final Design design;
    private final Routing routing;
    private final FilterRules rules;

    public FirewallCompiler(Ground ground, Routing routing, List<Crossing> crossings) {
        this.design = ground.design();
        this.routing = routing;
        this.rules = new FilterRules(crossings);
    }

    /// The lists of all devices but those whose running rules were imported.
    public List<EnforcementPoint> points() {
        return Stream.concat(
                        design.all(Firewall.class)
                                .filter(f -> !isObserved(f) || f.policy() == RuleSource.DERIVED)
                                .map(f -> f.withRules(WrittenRules.sorted(f.rules()).toList()))
                                .flatMap(this::points),
                        design.all(Router.class)
                                .map(r -> r.withRules(WrittenRules.sorted(r.rules()).toList()))
                                .flatMap(this::points))
                .toList();
    }

    /// A device whose running rules were imported is judged by them alone.
    private boolean isObserved(Firewall firewall) {
        return firewall.rules().isEmpty()
                && !design.observed().pointsOf(firewall.id().value()).isEmpty();
    }

    private Stream<EnforcementPoint> points(Firewall firewall) {
        return switch (Vendor.of(firewall.platform())) {
            case LINUX -> new LinuxCompiler(rules).points(firewall);
            case ASA -> new AsaCompiler(rules, routing).points(firewall);
            case ACCESS_LISTS -> accessLists(Device.of(firewall), needed(firewall));
            case SRX -> Stream.of(new ZonePolicyCompiler(rules).junos(firewall));
            case PAN_OS -> Stream.of(new ZonePolicyCompiler(rules).panOs(firewall));
            case FORTI_OS -> Stream.of(new FortiPolicyCompiler(rules).point(firewall));
            case JUNOS_FILTERS, UNKNOWN -> Stream.of(notModelled(Device.of(firewall)));
        };
    }

    private ReturnRules needed(Firewall firewall) {
        return new ReturnRules(
                rules.crossings(firewall).toList(), firewall.policy() == RuleSource.DERIVED);
    }

    private Stream<EnforcementPoint> points(Router router) {
        Device device = Device.of(router);
        return switch (device.vendor()) {
            case ACCESS_LISTS, JUNOS_FILTERS -> accessLists(device, ReturnRules.NOTHING);
            case LINUX, ASA, SRX, PAN_OS, FORTI_OS, UNKNOWN ->
                    router.rules().isEmpty() && router.accessGroups().isEmpty()
                            ? Stream.empty()
                            : Stream.of(notModelled(device));
        };
    }

    private Stream<EnforcementPoint> accessLists(Device device, ReturnRules needed) {
        List<Forwarding.Interface> faces =
                routing.of(device.id().value()).map(Forwarding::interfaces).orElse(List.of());
        return new AccessListCompiler(device, faces, needed).points();
    }

    private static EnforcementPoint notModelled(Device device) {
        return new DevicePoints(device.id().value(), Replies.ADMITTED)
                .at(
                        Slot.BEFORE_SNAT,
                        Expr.any(),
                        "policy",
                        DevicePoints.undecided(
                                "policy", "the filters of this platform are not modelled"));
    }
}
