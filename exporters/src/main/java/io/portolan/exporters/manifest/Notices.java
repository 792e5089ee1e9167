package io.portolan.exporters.manifest;

import io.portolan.exporters.spi.ImportResult.Ignored;
import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.exporters.spi.Source;
import io.portolan.model.format.Position;

import java.util.ArrayList;
import java.util.List;

/// What an import has to tell besides its result: what was kept out, and what is invalid.
public final class Notices {
    private final List<Ignored> ignored = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Manifest> lost = new ArrayList<>();

    public List<Ignored> ignored() {
        return List.copyOf(ignored);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// An object that is no part of a design.
    public void ignore(Manifest object, String why) {
        ignored.add(new Ignored(object.kind(), object.path(), object.file(), object.line(), why));
    }

    /// A piece of a file that is no object.
    public void ignore(Source source, Position at, String why) {
        ignored.add(new Ignored("Document", "", source.name(), at.line(), why));
    }

    /// What the API server would refuse.
    public void refuse(Manifest object, Position at, String why) {
        String message = "%s is not valid: %s".formatted(object.title(), why);
        problems.add(new Problem(object.title(), object.file(), at.line(), at.column(), message));
    }

    /// A problem that is not of one object alone.
    public void report(Problem problem) {
        problems.add(problem);
    }

    /// An object that may stand in what cannot be decoded, known by its kind alone.
    public void lose(Manifest object) {
        lost.add(object);
    }

    public List<Manifest> lost() {
        return List.copyOf(lost);
    }

    /// Adds everything of others after what is here.
    public void addAll(Notices others) {
        ignored.addAll(others.ignored);
        problems.addAll(others.problems);
        lost.addAll(others.lost);
    }
}
