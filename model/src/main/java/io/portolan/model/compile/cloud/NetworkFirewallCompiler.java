package io.portolan.model.compile.cloud;

import io.portolan.model.compile.device.DevicePoints;
import io.portolan.model.compile.device.ReturnRules;
import io.portolan.model.compile.device.WrittenRules;
import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.Segments;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudEvaluation;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Element;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// AWS Network Firewall. Its stateful rules go by action (pass, drop and reject, alert) whatever
/// their order, unless the order is strict; what no rule matches passes, unless the strict order
/// drops it. Stateless rules come first; what they pass, the stateful engine never sees.
final class NetworkFirewallCompiler {
    private static final String STATELESS = "stateless";
    private static final Discipline BY_ACTION = new Discipline.AllowOverrides();

    private final Ground ground;
    private final CloudRules rules;

    NetworkFirewallCompiler(Ground ground, CloudRules rules) {
        this.ground = ground;
        this.rules = rules;
    }

    Stream<EnforcementPoint> points(CloudFirewall firewall) {
        return firewall.protects().stream()
                .flatMap(id -> ground.design().find(id).stream())
                .flatMap(what -> positions(firewall, what))
                .flatMap(position -> points(firewall, position));
    }

    /// Where traffic is sent through it, with the name of the place.
    private record Where(String name, Position position) {}

    private Stream<Where> positions(CloudFirewall firewall, Element what) {
        String id = what.id().value();
        if (Device.of(what).isPresent()) {
            return Stream.of(
                    new Where(
                            id,
                            new Position.AtDevice(id, Slot.BEFORE_SNAT, View.CURRENT, Expr.any())));
        }
        return Stream.of(Direction.IN, Direction.OUT)
                .map(d ->
                        new Where(
                                id + "-" + CloudFilterCompiler.word(d),
                                isBorder(what)
                                        ? new Position.AtBorder(d, id)
                                        : new Position.AtEndpoint(
                                                d,
                                                Place.SUBNET,
                                                Terms.group(firewall.id().value()))));
    }

    private boolean isBorder(Element what) {
        return Segments.isNetwork(what) && !ground.gateways(what.id().value()).isEmpty();
    }

    private Stream<EnforcementPoint> points(CloudFirewall firewall, Where where) {
        if (where.position() instanceof Position.AtEndpoint) {
            return Stream.of(
                    point(
                            firewall,
                            where,
                            "",
                            Replies.ADMITTED,
                            List.of(
                                    DevicePoints.undecided(
                                            where.name(),
                                            "which traffic is sent through it is not drawn"))));
        }
        List<Block> first = stateless(firewall);
        List<Block> stateful = new ArrayList<>(first);
        stateful.add(stateful(firewall));
        EnforcementPoint engine = point(firewall, where, "", Replies.ADMITTED, stateful);
        return first.isEmpty()
                ? Stream.of(engine)
                : Stream.of(everyPacket(firewall, where, first.getFirst()), engine);
    }

    /// Every packet meets the stateless rules; the answers to what they pass must be passed too, or
    /// reach an engine that knows no connection.
    private static EnforcementPoint everyPacket(
            CloudFirewall firewall, Where where, Block stateless) {
        List<Rule> answers =
                statelessRules(firewall).stream()
                        .filter(r -> r.action().equals(Terms.ALLOW))
                        .map(NetworkFirewallCompiler::answer)
                        .toList();
        return point(
                firewall,
                where,
                "-stateless",
                Replies.FILTERED,
                List.of(stateless, Terms.list("answers", Terms.PASS, answers)));
    }

    private static EnforcementPoint point(
            CloudFirewall firewall,
            Where where,
            String suffix,
            Replies replies,
            List<Block> blocks) {
        String id = firewall.id().value();
        return new EnforcementPoint(
                id + "/" + where.name() + suffix,
                id,
                Layer.CLOUD,
                where.position(),
                replies,
                blocks);
    }

    // ---------------------------------------------------------------- stateful

    private Block stateful(CloudFirewall firewall) {
        List<Rule> all =
                new ArrayList<>(
                        written(firewall, false)
                                .map(r -> CloudRules.rule(r, Direction.IN))
                                .toList());
        all.addAll(rules.passing(firewall));
        Policy policy = Terms.policy("stateful", Expr.any(), PolicyMode.ISOLATES, all);
        Optional<CloudEvaluation> order = firewall.evaluation();
        return order.isPresent() && order.get() == CloudEvaluation.STRICT_ORDER
                ? new Block("strict order", Terms.FIRST, List.of(policy), unmatched(firewall))
                : new Block("action order", BY_ACTION, List.of(policy), byAction(firewall));
    }

    private static Stream<FilterRule> written(CloudFirewall firewall, boolean stateless) {
        return WrittenRules.sorted(
                        Stream.concat(firewall.inbound().stream(), firewall.outbound().stream())
                                .toList())
                .filter(r -> r.list().filter(STATELESS::equals).isPresent() == stateless);
    }

    private static Action unmatched(CloudFirewall firewall) {
        return firewall.unmatched().filter(a -> a != FilterAction.PERMIT).isPresent()
                ? Terms.DENY
                : Terms.ALLOW;
    }

    private static Action byAction(CloudFirewall firewall) {
        return unmatched(firewall).equals(Terms.ALLOW)
                ? Terms.ALLOW
                : Terms.either("only a strict order has a default that drops");
    }

    // ---------------------------------------------------------------- stateless

    /// A pass skips the stateful rules: these are their first block.
    private static List<Block> stateless(CloudFirewall firewall) {
        List<Rule> all = statelessRules(firewall);
        return all.isEmpty() ? List.of() : List.of(Terms.list(STATELESS, Terms.PASS, all));
    }

    private static List<Rule> statelessRules(CloudFirewall firewall) {
        return written(firewall, true)
                .map(r -> CloudRules.withNext(r, CloudRules.rule(r, Direction.IN)))
                .toList();
    }

    private static Rule answer(Rule passed) {
        Match back =
                ReturnRules.mirrored(passed.match())
                        .passing(
                                Expr.<Passage>is(
                                        new Passage.InState(
                                                EnumSet.of(ConnectionState.ESTABLISHED))));
        return new Rule(
                "answer to " + passed.name(),
                back,
                Terms.either("the stateful engine has not seen the request"),
                passed.remark());
    }
}
