package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Setting;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// FortiGate: policies from interface to interface after the destination is translated, first
/// match. What came by a virtual IP matches only policies that name it, or a deny with match-vip,
/// which FortiOS turned on by default with 7.2.3. With central NAT a policy names the mapped
/// address, and no virtual IP.
final class FortiPolicyCompiler {
    private static final String POLICY = "policy";
    private static final List<Integer> MATCHES_VIP = List.of(7, 2, 3);

    private final FilterRules derived;

    FortiPolicyCompiler(FilterRules derived) {
        this.derived = derived;
    }

    EnforcementPoint point(Firewall firewall) {
        List<Rule> all = new ArrayList<>();
        firewall.rules().forEach(r -> all.add(rule(firewall, r)));
        derived.derived(firewall)
                .forEach(r -> all.add(passing(r, isCentral(firewall) ? Expr.any() : direct())));
        return new DevicePoints(firewall.id().value(), Replies.ADMITTED)
                .at(
                        Slot.BEFORE_SNAT,
                        Expr.any(),
                        POLICY,
                        Terms.list("implicit deny", Terms.DENY, all));
    }

    private static boolean isCentral(Firewall firewall) {
        return firewall.centralNat().filter(Setting.ENABLED::equals).isPresent();
    }

    private static Rule rule(Firewall firewall, FilterRule rule) {
        Rule plain = WrittenRules.rule(rule);
        if (isCentral(firewall)) {
            return rule.translatedBy().isEmpty() ? plain : passing(plain, noVip());
        }
        return rule.translatedBy().isEmpty() ? passing(plain, direct(firewall, rule)) : plain;
    }

    private static Expr<Passage> noVip() {
        return new Expr.Unknown<>("a policy names no virtual IP where NAT is central");
    }

    private static Rule passing(Rule rule, Expr<Passage> also) {
        Match match = rule.match();
        boolean open = match.passage() instanceof Expr.Any<Passage>;
        return also instanceof Expr.Any<Passage>
                ? rule
                : WrittenRules.with(
                        rule, match.passing(open ? also : Expr.allOf(match.passage(), also)));
    }

    private static Expr<Passage> direct() {
        return Expr.not(WrittenRules.translated(List.of("any")));
    }

    /// How a policy that names plain addresses meets what came by a virtual IP.
    private static Expr<Passage> direct(Firewall firewall, FilterRule rule) {
        boolean denies = rule.action() == FilterAction.DENY || rule.action() == FilterAction.REJECT;
        Optional<Boolean> matches =
                denies
                        ? rule.matchVip()
                                .map(Setting.ENABLED::equals)
                                .or(() ->
                                        firewall.version().flatMap(FortiPolicyCompiler::byDefault))
                        : Optional.of(false);
        return matches.map(yes -> yes ? Expr.<Passage>any() : direct())
                .orElseGet(FortiPolicyCompiler::eitherWay);
    }

    private static Expr<Passage> eitherWay() {
        return Expr.anyOf(
                direct(),
                new Expr.Unknown<>(
                        "the version is not known, match-vip is on since FortiOS 7.2.3"));
    }

    private static Optional<Boolean> byDefault(String version) {
        Optional<List<Integer>> numbers = numbers(version);
        return numbers.map(FortiPolicyCompiler::isSince);
    }

    private static boolean isSince(List<Integer> version) {
        for (int i = 0; i < MATCHES_VIP.size(); i++) {
            int difference = Integer.compare(version.get(i), MATCHES_VIP.get(i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    /// `7.2.3`; of `7.2` alone one cannot tell.
    private static Optional<List<Integer>> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.strip().replaceFirst("^v", "").split("\\.", -1)) {
            if (!part.matches("[0-9]{1,6}")) {
                return Optional.empty();
            }
            numbers.add(Integer.parseInt(part));
        }
        boolean told = numbers.size() >= MATCHES_VIP.size() || isDecided(numbers);
        while (numbers.size() < MATCHES_VIP.size()) {
            numbers.add(0);
        }
        return told ? Optional.of(numbers) : Optional.empty();
    }

    /// Major and minor number decide unless they are those of the change.
    private static boolean isDecided(List<Integer> numbers) {
        return !numbers.isEmpty()
                && !numbers.equals(MATCHES_VIP.subList(0, Math.min(numbers.size(), 2)));
    }
}
