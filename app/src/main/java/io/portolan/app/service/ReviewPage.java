package io.portolan.app.service;

import io.portolan.exporters.spi.Gap;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Finding;

import java.util.List;
import java.util.stream.Collectors;

/// The review of a design as one HTML file without any reference to the outside: picture, flows
/// with their paths, findings, and what each target is given.
final class ReviewPage {
    private static final String STYLE =
            """
            :root{color-scheme:light dark;--fg:#1B2430;--muted:#5B6776;--bg:#F6F7F9;--panel:#FFF;--line:#DDE2E9;--allow:#0B7A5B;--deny:#C2302E;--undef:#8A5C00}
            @media (prefers-color-scheme:dark){:root{--fg:#E6EAF0;--muted:#A0ABBA;--bg:#14181E;--panel:#1B2027;--line:#2E3641;--allow:#4CC9A0;--deny:#FF7B76;--undef:#E3B44F}}
            body{font:14px/1.5 Inter,"Segoe UI","Noto Sans",Roboto,"DejaVu Sans",sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:1180px;padding:32px 24px 64px}
            h1{font-size:24px;margin:0}h2{font-size:16px;margin:36px 0 12px}p.lead,td.m,.m{color:var(--muted)}
            section,figure{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:12px 16px;margin:0 0 12px;overflow-x:auto}
            figure svg{max-width:100%;height:auto;display:block}
            table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:600;color:var(--muted);font-size:12px}
            th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border-bottom:0}
            .ALLOW,.OK{color:var(--allow);font-weight:600}.DENY,.NO_ROUTE,.ERROR{color:var(--deny);font-weight:600}.UNDEFINED,.PARTLY,.WARNING,.LOSSY{color:var(--undef);font-weight:600}
            code{font-family:"JetBrains Mono",Consolas,monospace;font-size:12.5px}details>summary{cursor:pointer}
            """;

    private final Analysis analysis;
    private final Html html = new Html();

    private ReviewPage(Analysis analysis) {
        this.analysis = analysis;
    }

    /// The page for an analysed design; `svg` is its picture.
    static String write(Analysis analysis, List<TargetPreview> targets, String svg) {
        return new ReviewPage(analysis).page(targets, svg);
    }

    private String page(List<TargetPreview> targets, String svg) {
        Design design = analysis.design();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .element("title", "", design.name() + " - review")
                .raw("<style>\n" + STYLE + "</style></head><body>\n")
                .element("h1", "", design.name())
                .element("p", "lead", summary(design))
                .raw("<figure>\n" + svg + "</figure>\n");
        flows(design);
        findings();
        targets(targets);
        return html.raw("</body></html>\n").toString();
    }

    private String summary(Design design) {
        return "%d elements, %d flows, %d findings, %d suppressed. Verdicts are for new connections."
                .formatted(
                        design.elements().size(),
                        design.flows().size(),
                        analysis.review().findings().size(),
                        analysis.review().suppressed().size());
    }

    private void flows(Design design) {
        html.element("h2", "", "Flows").raw("<section><table>\n");
        html.raw("<tr><th>Flow</th><th>From</th><th>To</th><th>Traffic</th><th>Intent</th>");
        html.raw("<th>Verdict</th></tr>\n");
        design.flows().values().forEach(this::flow);
        html.raw("</table></section>\n");
    }

    private void flow(Flow flow) {
        Verdict verdict = analysis.verdicts().get(flow.id());
        html.raw("<tr>")
                .element("td", "", flow.id())
                .element("td", "", label(flow.from()))
                .element("td", "", label(flow.to()))
                .element("td", "", Words.traffic(flow))
                .element("td", "m", Words.intent(flow.intent()))
                .raw("<td>");
        if (verdict != null) {
            html.raw("<details><summary class=\"" + tone(flow.intent(), verdict) + "\">")
                    .raw(Html.escape(Words.verdict(flow.intent(), verdict)))
                    .raw("</summary>\n<table>\n");
            verdict.path().forEach(this::hop);
            html.raw("</table></details>");
        }
        html.raw("</td></tr>\n");
    }

    /// A flow that must never be possible is good when it is stopped.
    private static String tone(Intent wanted, Verdict verdict) {
        return switch (wanted) {
            case ALLOW -> verdict.word();
            case NEVER ->
                    switch (verdict) {
                        case Verdict.Denied _, Verdict.NoRoute _ -> "OK";
                        case Verdict.Allowed _, Verdict.Partly _ -> "ERROR";
                        case Verdict.Undefined _ -> verdict.word();
                    };
        };
    }

    private void hop(Hop hop) {
        html.raw("<tr>")
                .element("td", hop.outcome().name(), Words.outcome(hop.outcome()))
                .element("td", "", hop.point())
                .element(
                        "td",
                        "",
                        hop.because() + hop.origin().map(o -> " (" + o.words() + ")").orElse(""))
                .element("td", "m", hop.seen())
                .raw("</tr>\n");
    }

    private String label(ElementId id) {
        return analysis.design().find(id).map(e -> e.label()).orElse(id.value());
    }

    private void findings() {
        html.element("h2", "", "Findings").raw("<section>");
        if (analysis.review().findings().isEmpty()) {
            html.element("p", "m", "None.");
        } else {
            html.raw("<table>\n")
                    .raw("<tr><th>Severity</th><th>Rule</th><th>Finding</th>")
                    .raw("<th>About</th></tr>\n");
            analysis.review().findings().forEach(this::finding);
            html.raw("</table>");
        }
        html.raw("</section>\n");
    }

    private void finding(Finding finding) {
        String about = finding.about().stream().map(this::label).collect(Collectors.joining(", "));
        html.raw("<tr>")
                .element("td", finding.severity().name(), Words.severity(finding.severity()))
                .element("td", "", finding.rule().id() + " " + finding.rule().title())
                .element("td", "", finding.message())
                .element("td", "m", about)
                .raw("</tr>\n");
    }

    private void targets(List<TargetPreview> targets) {
        html.element("h2", "", "Targets").raw("<section><table>\n");
        html.raw(
                "<tr><th>Target</th><th>Fit</th><th>Files</th><th>Not said in this"
                        + " language</th></tr>\n");
        for (TargetPreview target : targets) {
            html.raw("<tr>")
                    .element("td", "", target.dialect().title())
                    .element("td", target.fit().name(), Words.fit(target.fit()))
                    .element("td", "", Integer.toString(target.result().artifacts().size()))
                    .raw("<td>");
            target.result().gaps().forEach(this::gap);
            html.raw("</td></tr>\n");
        }
        html.raw("</table></section>\n");
    }

    private void gap(Gap gap) {
        html.element("div", "", "%s: %s. %s".formatted(gap.rule(), gap.why(), gap.advice()));
    }
}
