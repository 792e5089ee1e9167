package io.portolan.model.rule.builtin.hygiene;

import io.portolan.model.change.Change;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Element;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Router;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// HYG-005: a flow or a rule of a firewall is past the day it was permitted until.
final class ExpiredRule implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("HYG-005", "Expired rule", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return Stream.concat(
                context.design().flows().values().stream()
                        .filter(flow -> isOver(flow.expires(), context.today()))
                        .map(this::expired),
                context.design().elements().values().stream()
                        .flatMap(device -> expired(device, context.today())));
    }

    /// The day itself still counts.
    private static boolean isOver(Optional<LocalDate> expires, LocalDate today) {
        return expires.filter(day -> day.isBefore(today)).isPresent();
    }

    private Finding expired(Flow flow) {
        String message =
                "The flow %s (%s to %s) expired on %s. Renew its permission, or remove it."
                        .formatted(flow.id(), flow.from(), flow.to(), flow.expires().orElseThrow());
        return Finding.of(info(), message, flow.from(), flow.to())
                .withFlow(flow.id())
                .withFix(new Change.RemoveFlow("remove flow " + flow.id(), flow.id()));
    }

    private Stream<Finding> expired(Element device, LocalDate today) {
        return rules(device)
                .filter(rule -> isOver(rule.expires(), today))
                .map(rule -> expired(device, rule));
    }

    private static Stream<FilterRule> rules(Element device) {
        return switch (device) {
            case Firewall firewall -> firewall.rules().stream();
            case Router router -> router.rules().stream();
            case CloudFirewall firewall ->
                    Stream.concat(firewall.inbound().stream(), firewall.outbound().stream());
            default -> Stream.empty();
        };
    }

    private Finding expired(Element device, FilterRule rule) {
        String message =
                "The rule %s of %s expired on %s. Renew its permission, or remove it."
                        .formatted(rule.name(), device.id(), rule.expires().orElseThrow());
        Finding finding = Finding.of(info(), message, device.id()).withWitness(rule.name());
        return without(device, rule)
                .map(shorter ->
                        finding.withFix(
                                new Change.Put(
                                        "remove rule %s of %s".formatted(rule.name(), device.id()),
                                        shorter)))
                .orElse(finding);
    }

    private static Optional<Element> without(Element device, FilterRule rule) {
        return switch (device) {
            case Firewall f -> Optional.of(f.withRules(without(f.rules(), rule)));
            case Router r -> Optional.of(r.withRules(without(r.rules(), rule)));
            case CloudFirewall f ->
                    Optional.of(
                            f.withRules(without(f.inbound(), rule), without(f.outbound(), rule)));
            default -> Optional.empty();
        };
    }

    private static List<FilterRule> without(List<FilterRule> rules, FilterRule one) {
        return rules.stream().filter(rule -> !rule.equals(one)).toList();
    }
}
