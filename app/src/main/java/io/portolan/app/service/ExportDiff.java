package io.portolan.app.service;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.model.change.Change;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a change of the design changes in the files of the targets.
public final class ExportDiff {
    private ExportDiff() {}

    /// The name of each file that differs, then its lines with `-` for those that go and `+` for
    /// those that come, in their order. Lines that only move are not listed.
    public static List<String> lines(Design before, Change change) {
        SequencedMap<String, String> old = files(before);
        SequencedMap<String, String> now = files(change.applyTo(before));
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            List<String> of = compared(old.getOrDefault(name, ""), now.getOrDefault(name, ""));
            if (!of.isEmpty()) {
                lines.add(name);
                lines.addAll(of);
            }
        }
        return lines;
    }

    /// The head of every file names the state of the design: it is the same for both, so that it is
    /// no difference.
    private static SequencedMap<String, String> files(Design design) {
        ExportRequest request = new ExportRequest(PlanCompiler.compile(design), design.name());
        SequencedMap<String, String> files = new TreeMap<>();
        Dialects.all().stream()
                .flatMap(dialect -> dialect.exporter().stream())
                .flatMap(exporter -> exporter.export(request).artifacts().stream())
                .forEach((Artifact a) -> files.put(a.path(), a.text()));
        return files;
    }

    private static List<String> compared(String before, String after) {
        List<String> gone = new ArrayList<>(before.lines().toList());
        List<String> come = new ArrayList<>();
        after.lines().filter(line -> !gone.remove(line)).forEach(come::add);
        List<String> lines = new ArrayList<>();
        gone.forEach(line -> lines.add("- " + line));
        come.forEach(line -> lines.add("+ " + line));
        return lines;
    }
}
