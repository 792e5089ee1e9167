package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.report.Json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The path of one connection as text: what was asked, the verdict, then a line for every stage.
public record TraceText(String title, Verdict verdict) {
    private static final String SCOPE = "This holds for new connections.";

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
        }
        return out.append('\n').append(SCOPE).append('\n').toString();
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
            String question, String verdict, String summary, String scope, List<Stage> path) {}

    private record Stage(
            String point,
            String owner,
            String outcome,
            String because,
            Optional<String> origin,
            String seen,
            boolean decides) {}

    /// The same for programs.
    public String json() {
        return Json.write(
                new Trace(
                        title,
                        verdict.word(),
                        Words.verdict(verdict),
                        SCOPE,
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
                decides(hop));
    }
}
