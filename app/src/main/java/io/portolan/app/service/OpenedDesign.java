package io.portolan.app.service;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.model.design.Design;
import io.portolan.model.report.Locations;
import io.portolan.model.report.ReviewReport;
import io.portolan.model.rule.Review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A design with where it came from: a design file, or manifests that were imported on the fly.
public record OpenedDesign(Design design, Locations locations, Optional<ImportResult> imported) {

    /// Reads a design file, a manifest or a folder of manifests.
    ///
    /// @throws InvalidInputException if it cannot be read or is not valid, with every place
    public static OpenedDesign read(Path input) {
        if (!Files.exists(input)) {
            throw new InvalidInputException(
                    "%s does not exist. Name a design file or a folder of manifests."
                            .formatted(input));
        }
        return Files.isDirectory(input) || !DesignFiles.isDesign(input)
                ? imported(input)
                : DesignFiles.read(input);
    }

    private static OpenedDesign imported(Path input) {
        ImportResult result = ManifestFolder.read(List.of(input));
        if (!result.problems().isEmpty()) {
            throw new InvalidInputException(
                    result.problems().stream().map(ManifestFolder::message).toList());
        }
        return new OpenedDesign(result.design(), Locations.NONE, Optional.of(result));
    }

    /// What the reports are made from.
    public ReviewReport report(Review review) {
        return new ReviewReport(design.name(), review, locations, design.observed().notAnalysed());
    }
}
