package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Explanation;
import io.portolan.model.reach.Explanation.Witness;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.report.Json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The path of one connection as text: what was asked, the verdict, then a line for every stage,
/// and what would have to be added at each that denies.
public record TraceText(String title, Verdict verdict, Optional<Witness> witness) {
    private static final int MOST_SELECTING = 5;
    private static final String SCOPE = "This holds for new connections.";

    public TraceText(String title, Verdict verdict) {
        this(title, verdict, Optional.empty());
    }

    public static TraceText of(String title, Explanation explanation) {
        return new TraceText(
                title,
                explanation.verdict(),
                Optional.of(explanation.witness()).filter(Witness::isOneOfMany));
    }

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
        out.append(title).append('\n').append(Words.verdict(verdict)).append("\n\n");
        int width = verdict.path().stream().mapToInt(h -> h.point().length()).max().orElse(0);
        for (Hop hop : verdict.path()) {
            out.append(line(hop, width)).append('\n');
            if (!hop.selectedBy().isEmpty()) {
                out.append("      selected by ").append(selected(hop)).append('\n');
            }
        }
        additions(out);
        witness.ifPresent(one -> out.append('\n').append(words(one)).append('\n'));
        return out.append('\n').append(SCOPE).append('\n').toString();
    }

    /// One for every stage that denies: all of them are needed.
    private void additions(StringBuilder out) {
        List<Hop> denying =
                verdict.path().stream().filter(hop -> hop.remedy().isPresent()).toList();
        if (!denying.isEmpty()) {
            out.append("\nTo let it pass, add:\n");
            denying.forEach(hop ->
                    out.append("  at %s: %s\n".formatted(hop.point(), hop.remedy().orElse(""))));
        }
    }

    private static String selected(Hop hop) {
        int shown = Math.min(MOST_SELECTING, hop.selectedBy().size());
        String names = String.join(", ", hop.selectedBy().subList(0, shown));
        int more = hop.selectedBy().size() - shown;
        return more == 0 ? names : names + " and " + more + " more";
    }

    private static String words(Witness one) {
        String port = one.ports() > 1 ? " on port " + one.port() : "";
        String pairs = one.pairs() > 1 ? "%d pairs of ends".formatted(one.pairs()) : "";
        String ports = one.ports() > 1 ? "%d ports".formatted(one.ports()) : "";
        return "Shown for %s to %s%s, one of %s%s%s that were asked about together."
                .formatted(
                        one.from(),
                        one.to(),
                        port,
                        pairs,
                        pairs.isEmpty() || ports.isEmpty() ? "" : " and ",
                        ports);
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
        return switch (verdict) {
            case Verdict.Denied(_, var by) -> hop.equals(by);
            case Verdict.Partly(_, _, var by) -> hop.equals(by);
            case Verdict.NoRoute _ -> hop.outcome() == Outcome.NO_ROUTE;
            case Verdict.Undefined _ -> hop.outcome() == Outcome.UNDEFINED;
            case Verdict.Allowed _ -> false;
        };
    }

    private static String origin(Hop hop) {
        return hop.origin().map(o -> " (" + Words.origin(o) + ")").orElse("");
    }

    private record Trace(
            String question,
            String verdict,
            String summary,
            String scope,
            Optional<Witness> witness,
            List<Stage> path) {}

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
                        verdict.word(),
                        Words.verdict(verdict),
                        SCOPE,
                        witness,
                        verdict.path().stream().map(this::stage).toList()));
    }

    private Stage stage(Hop hop) {
        return new Stage(
                hop.point(),
                hop.owner(),
                hop.outcome().name().toLowerCase(Locale.ROOT),
                hop.because(),
                hop.origin().map(Words::origin),
                hop.seen(),
                decides(hop),
                hop.selectedBy(),
                hop.remedy());
    }
}
