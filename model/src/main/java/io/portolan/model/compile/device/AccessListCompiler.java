package io.portolan.model.compile.device;

import io.portolan.model.compile.device.WrittenRules.States;
import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.AccessGroup;
import io.portolan.model.design.FilterRule;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Access lists of IOS, NX-OS and EOS, and the stateless filters of Junos: what comes in is judged
/// before the destination is translated, what goes out after the source was. Every packet counts
/// for itself, replies too. No list lets everything pass, and so does a list that is bound but
/// nowhere defined (Junos refuses such a configuration, so there it is undecided).
final class AccessListCompiler {
    private final Device device;
    private final List<Interface> faces;
    private final ReturnRules derived;
    private final DevicePoints points;

    AccessListCompiler(Device device, List<Interface> faces, ReturnRules derived) {
        this.device = device;
        this.faces = faces;
        this.derived = derived;
        this.points = new DevicePoints(device.id().value(), Replies.FILTERED);
    }

    /// Which packets of an interface a list looks at.
    private enum Way {
        IN,
        OUT;

        Optional<String> of(AccessGroup group) {
            return this == IN ? group.in() : group.out();
        }

        Optional<String> of(FilterRule rule) {
            return this == IN ? rule.in() : rule.out();
        }
    }

    Stream<EnforcementPoint> points() {
        return faces.stream()
                .flatMap(face ->
                        Stream.of(Way.IN, Way.OUT).flatMap(way -> point(face, way).stream()));
    }

    private Optional<EnforcementPoint> point(Interface face, Way way) {
        List<String> bound =
                device.accessGroups().stream()
                        .filter(g -> way.of(g).filter(n -> isNamed(face, n)).isPresent())
                        .map(AccessGroup::list)
                        .toList();
        String name = face.name() + (way == Way.IN ? "-in" : "-out");
        return block(face, way, bound, name).map(block -> point(face, way, name, block));
    }

    private EnforcementPoint point(Interface face, Way way, String name, Block block) {
        return switch (way) {
            case IN -> points.at(Slot.BEFORE_DNAT, Terms.enters(face.name()), name, block);
            case OUT -> points.at(Slot.AFTER_SNAT, Terms.leaves(face.name()), name, block);
        };
    }

    private Optional<Block> block(Interface face, Way way, List<String> bound, String name) {
        if (bound.size() > 1) {
            return Optional.of(DevicePoints.undecided(name, "several lists are bound: " + bound));
        }
        List<Rule> rules = new ArrayList<>();
        device.rules().stream()
                .filter(r -> r.list().map(bound::contains).orElseGet(() -> isFor(r, face, way)))
                .map(r -> WrittenRules.rule(r, States.FLAGS))
                .forEach(rules::add);
        if (way == Way.IN) {
            rules.addAll(derived.at(face));
        }
        String list = bound.isEmpty() ? name : bound.getFirst();
        return rules.isEmpty()
                ? withoutRules(bound, way)
                : Optional.of(Terms.list(list, Terms.DENY, rules));
    }

    private Optional<Block> withoutRules(List<String> bound, Way way) {
        if (way == Way.IN && derived.isDerived()) {
            return Optional.of(Terms.list("nothing is needed here", Terms.DENY, List.of()));
        }
        return bound.stream().findFirst().map(this::undefined);
    }

    private Block undefined(String list) {
        String name = "undefined access list " + list;
        return switch (device.vendor()) {
            case ACCESS_LISTS -> Terms.list(name, Terms.ALLOW, List.of());
            case JUNOS_FILTERS, UNKNOWN, LINUX, ASA, SRX, PAN_OS, FORTI_OS ->
                    DevicePoints.undecided(name, "the platform refuses it");
        };
    }

    /// A rule without a list stands in that of the interface it names, or in all incoming ones.
    private static boolean isFor(FilterRule rule, Interface face, Way way) {
        boolean here = way.of(rule).filter(name -> isNamed(face, name)).isPresent();
        return switch (way) {
            case IN -> here || (rule.in().isEmpty() && rule.out().isEmpty());
            case OUT -> here && rule.in().isEmpty();
        };
    }

    private static boolean isNamed(Interface face, String name) {
        return name.equals(face.name()) || name.equals(face.zone());
    }
}
