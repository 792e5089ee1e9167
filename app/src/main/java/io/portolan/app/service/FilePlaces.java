package io.portolan.app.service;

import io.portolan.model.format.Position;
import io.portolan.model.format.SourceMap;
import io.portolan.model.report.Locations;
import io.portolan.model.rule.Finding;

import java.nio.file.Path;
import java.util.Optional;

/// Where in a design file a finding is: at its flow, else at its subject.
record FilePlaces(Path file, SourceMap sources) implements Locations {
    @Override
    public Optional<Place> find(Finding finding) {
        return finding.flow()
                .flatMap(sources::flow)
                .or(() -> finding.about().stream().findFirst().flatMap(sources::element))
                .map(this::place);
    }

    private Place place(Position at) {
        return new Place(file.toString(), at.line(), at.column());
    }
}
