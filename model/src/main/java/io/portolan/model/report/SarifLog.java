package io.portolan.model.report;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parts of SARIF 2.1.0 that we write; names are those of the standard.
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    static SarifLog of(Run run) {
        return new SarifLog(SCHEMA, "2.1.0", List.of(run));
    }

    record Run(Tool tool, List<Invocation> invocations, String columnKind, List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, Message fullDescription, List<Descriptor> rules) {}

    record Descriptor(
            String id,
            Message shortDescription,
            Help help,
            Configuration defaultConfiguration,
            Map<String, String> properties) {}

    record Help(String text, String markdown) {}

    record Configuration(String level) {}

    record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

    record Notification(String level, Message message) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Message message,
            List<Location> locations,
            List<Location> relatedLocations,
            Map<String, String> partialFingerprints,
            List<Acceptance> suppressions) {}

    record Message(String text) {}

    record Location(
            Optional<Integer> id,
            Optional<PhysicalLocation> physicalLocation,
            List<LogicalLocation> logicalLocations,
            Optional<Message> message) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    record ArtifactLocation(String uri) {}

    record Region(int startLine, Optional<Integer> startColumn) {}

    record LogicalLocation(String name, String kind) {}

    /// A suppression of the standard.
    record Acceptance(String kind, String status, String justification) {}

    /// A file name as a URI reference: blanks and umlauts escaped.
    static String uri(String file) {
        try {
            return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "The file name (%s) cannot be written as a URI.".formatted(file), e);
        }
    }
}
