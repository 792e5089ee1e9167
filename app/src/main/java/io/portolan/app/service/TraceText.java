package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.policy.Origin;
import io.portolan.model.reach.Explanation.Witness;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.report.Json;
import io.portolan.model.rule.builtin.remedy.Remedy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The path of one connection as text: what was asked, the verdict, then a line for every stage
/// with what made it govern the connection, the layers that have no say, and what would have to be
/// added.
public record TraceText(String title, Explained explained) {
    private static final int MOST_SELECTING = 5;
    private static final String BELOW = "\n" + " ".repeat("      selected by ".length());

    /// `api -> zos1, tcp 1414`, with the labels of the design.
    public static String title(Design design, Flow flow) {
        return "%s: %s -> %s, %s"
                .formatted(
                        flow.id(),
                        label(design, flow.from()),
                        label(design, flow.to()),
                        Words.traffic(flow));
    }

    private static String label(Design design, ElementId id) {
        return design.find(id).map(e -> e.label()).orElse(id.value());
    }

    /// Several lines; the deciding stage is marked with `>`.
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(title).append('\n').append(summary()).append("\n\n");
        int width = path().stream().mapToInt(h -> h.point().length()).max().orElse(0);
        for (Hop hop : path()) {
            out.append(line(hop, width)).append('\n');
            if (!hop.selectedBy().isEmpty()) {
                out.append("      selected by ").append(selected(hop)).append('\n');
            }
        }
        silent(out);
        remedies(out);
        witness().ifPresent(one -> out.append('\n').append(Words.witness(one)).append('\n'));
        return out.append('\n').append(Words.SCOPE).append('\n').toString();
    }

    private Verdict verdict() {
        return explained.verdict();
    }

    private List<Hop> path() {
        return verdict().path();
    }

    private String summary() {
        return Words.verdict(explained.wanted(), verdict());
    }

    private Optional<Witness> witness() {
        return Optional.of(explained.explanation().witness()).filter(Witness::isOneOfMany);
    }

    private void silent(StringBuilder out) {
        List<String> silent = explained.explanation().silent();
        if (!silent.isEmpty()) {
            out.append("\nNot in scope:\n");
            silent.forEach(layer -> out.append("  ").append(layer).append('\n'));
        }
    }

    /// One for every stage that is not as wanted: all of them are needed.
    private void remedies(StringBuilder out) {
        List<Remedy> remedies = explained.advice().remedies();
        if (!remedies.isEmpty()) {
            out.append('\n').append(Words.remedies(explained.wanted())).append(":\n");
            remedies.forEach(
                    r -> out.append("  at %s: %s\n".formatted(r.hop().point(), r.words())));
        }
    }

    /// One below the other: selectors are long.
    private static String selected(Hop hop) {
        int shown = Math.min(MOST_SELECTING, hop.selectedBy().size());
        String names = String.join(BELOW, hop.selectedBy().subList(0, shown));
        int more = hop.selectedBy().size() - shown;
        return more == 0 ? names : names + BELOW + "and %d more".formatted(more);
    }

    private String line(Hop hop, int width) {
        String mark = decides(hop) ? ">" : " ";
        String point = hop.point() + " ".repeat(width - hop.point().length());
        return "%s %s  %-12s  %s%s  [%s]"
                .formatted(
                        mark,
                        point,
                        Words.outcome(hop.outcome()),
                        hop.because(),
                        origin(hop),
                        hop.seen());
    }

    private boolean decides(Hop hop) {
        return switch (verdict()) {
            case Verdict.Denied(_, var by) -> hop.equals(by);
            case Verdict.Partly(_, _, _, var by) -> hop.equals(by);
            case Verdict.NoRoute _ -> hop.outcome() == Outcome.NO_ROUTE;
            case Verdict.Undefined _ -> hop.outcome() == Outcome.UNDEFINED;
            case Verdict.Allowed _ -> false;
        };
    }

    private static String origin(Hop hop) {
        return hop.origin().map(o -> " (" + o.words() + ")").orElse("");
    }

    private record Trace(
            String question,
            String verdict,
            String summary,
            String scope,
            Optional<Witness> witness,
            List<Stage> path,
            List<String> notInScope) {}

    private record Stage(
            String point,
            String owner,
            String outcome,
            String because,
            Optional<String> origin,
            String seen,
            boolean decides,
            List<String> selectedBy,
            Optional<String> remedy) {}

    /// The same for programs.
    public String json() {
        return Json.write(
                new Trace(
                        title,
                        verdict().word(),
                        summary(),
                        Words.SCOPE,
                        witness(),
                        path().stream().map(this::stage).toList(),
                        explained.explanation().silent()));
    }

    private Stage stage(Hop hop) {
        return new Stage(
                hop.point(),
                hop.owner(),
                hop.outcome().name().toLowerCase(Locale.ROOT),
                hop.because(),
                hop.origin().map(Origin::words),
                hop.seen(),
                decides(hop),
                hop.selectedBy(),
                explained.advice().remedies().stream()
                        .filter(remedy -> remedy.hop().equals(hop))
                        .map(Remedy::words)
                        .findFirst());
    }
}
