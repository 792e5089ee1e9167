package io.portolan.model.rule;

import io.portolan.model.design.Governance;
import io.portolan.model.design.Suppression;
import io.portolan.model.reach.Interruption;
import io.portolan.model.rule.Review.Failure;
import io.portolan.model.rule.Review.Suppressed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks every rule about a design and sorts what they say: severities as the design sets them,
/// accepted findings apart, one defect once.
public final class RuleRunner {
    private static final String OFF = "off";
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::severity)
                    .thenComparing(finding -> finding.rule().id())
                    .thenComparing(RuleRunner::subject)
                    .thenComparing(finding -> finding.flow().orElse(""))
                    .thenComparing(Finding::witness);

    private final RuleContext context;
    private final List<Failure> failures = new ArrayList<>();

    private RuleRunner(RuleContext context) {
        this.context = context;
    }

    /// Runs all rules that there are.
    ///
    /// @throws CancellationException if the thread was interrupted
    public static Review run(RuleContext context) {
        return run(Rules.all(), context);
    }

    /// Runs the rules given.
    public static Review run(List<DesignRule> rules, RuleContext context) {
        return new RuleRunner(context).review(rules);
    }

    private Review review(List<DesignRule> rules) {
        List<Finding> found = rules.stream().flatMap(this::ask).sorted(ORDER).toList();
        List<Finding> open = new ArrayList<>();
        List<Suppressed> accepted = new ArrayList<>();
        for (Finding finding : Precedence.onceEach(found)) {
            acceptance(finding)
                    .ifPresentOrElse(
                            by -> accepted.add(new Suppressed(finding, by)),
                            () -> open.add(finding));
        }
        return new Review(open, accepted, failures);
    }

    private Stream<Finding> ask(DesignRule rule) {
        String wanted = governance().severities().getOrDefault(rule.info().id(), "");
        if (wanted.equals(OFF)) {
            return Stream.empty();
        }
        return guarded(rule).map(finding -> withSeverity(finding, wanted));
    }

    /// A rule that throws must not take the others with it, nor stay unnoticed.
    private Stream<Finding> guarded(DesignRule rule) {
        Interruption.check();
        try {
            return rule.check(context).toList().stream();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            failures.add(new Failure(rule.info(), e.toString()));
            return Stream.empty();
        }
    }

    private static Finding withSeverity(Finding finding, String wanted) {
        return Stream.of(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .map(finding::with)
                .orElse(finding);
    }

    /// The acceptance that holds today; its last day is the one it names.
    private Optional<Suppression> acceptance(Finding finding) {
        LocalDate today = context.today();
        return governance().suppressions().stream()
                .filter(s -> s.rule().equals(finding.rule().id()))
                .filter(s -> s.fingerprint().equals(finding.fingerprint()))
                .filter(s -> !s.expires().isBefore(today))
                .findFirst();
    }

    private Governance governance() {
        return context.design().governance();
    }

    private static String subject(Finding finding) {
        return finding.about().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
