package io.portolan.app.cli;

import io.portolan.app.service.InvalidInputException;
import io.portolan.app.service.MemberNames;
import io.portolan.app.service.OpenedDesign;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Question.Party;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;

/// The options that name one connection.
final class Ends {
    @Option(names = "--from", paramLabel = "WHO", description = "Element id, ns/name or address.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "WHO", description = "Element id, ns/name or address.")
    private @Nullable String to;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port that is dialled; absent: every port.")
    private @Nullable String port;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "tcp, udp, sctp, icmp or a number (default: tcp).")
    private String protocol = "tcp";

    /// @throws InvalidInputException if an option is missing, or names nothing in the design
    Question question(Design design) {
        try {
            return question(
                    MemberNames.find(design, given("--from", from)),
                    MemberNames.find(design, given("--to", to)));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    /// One question for each pair of pods that go by the names and differ in their labels.
    ///
    /// @throws InvalidInputException if an option is missing, or names nothing in the design
    List<Question> questions(OpenedDesign opened) {
        try {
            Map<String, ElementId> aliases =
                    opened.imported().map(ImportResult::aliases).orElse(Map.of());
            List<Party> sources =
                    MemberNames.findAll(opened.design(), given("--from", from), aliases);
            List<Party> targets = MemberNames.findAll(opened.design(), given("--to", to), aliases);
            return sources.stream()
                    .flatMap(source -> targets.stream().map(target -> question(source, target)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    private Question question(Party source, Party target) {
        Protocol spoken = Protocol.parse(protocol);
        return new Question(
                source,
                target,
                spoken,
                port == null ? PortSet.ALL : ports(spoken, port),
                Question.Payload.UNSPECIFIED,
                List.of());
    }

    private static PortSet ports(Protocol spoken, String given) {
        if (spoken.transport().isEmpty()) {
            throw new IllegalArgumentException(
                    "The protocol (%s) has no ports. Leave --port (%s) out."
                            .formatted(spoken, given));
        }
        return PortSet.parse(given);
    }

    String words() {
        return "%s -> %s, %s%s".formatted(from, to, protocol, port == null ? "" : " " + port);
    }

    private static String given(String option, @Nullable String value) {
        if (value == null) {
            throw new InvalidInputException(
                    "The option %s is missing. Name the connection.".formatted(option));
        }
        return value;
    }
}
